import type { SampleLine } from './sample.types.ts';
import { transcript } from './transcript.ts';

/** The other residential groups: most are small as yet, some only have their head's first words. */
export const otherGroups: SampleLine[] = [
  ...transcript(
    'tdp-1/tro-chuyen',
    `
34 07:00 head1 | Chào bà con tổ 1. Có việc gì của tổ xin nhắn ở đây.
34 07:12 thao1 | Dạ cháu chào bác Phong ạ
26 09:00 head1 | Tổng vệ sinh xong đoạn đầu cầu, 40 nhà tham gia
12 18:00 thao1 #t1-den | Bác ơi đèn đường trước số 27 chập chờn mấy hôm rồi ạ
12 18:20 head1 >t1-den | Bác báo điện chiếu sáng rồi, mai họ lên sửa
11 19:10 thao1 >t1-den | Sáng rồi ạ, cháu cảm ơn bác
`,
  ),
  ...transcript(
    'tdp-2/tro-chuyen',
    `
33 08:00 head2 | Tổ 2 mình toàn nhà buôn bán, sáng bận tối mới đọc được, tôi sẽ nhắn việc chung sau 19 giờ nhé bà con
8 19:30 head2 | Ban quản lý chợ nhắc các hộ kiểm tra bình chữa cháy, tuần sau đoàn đi kiểm tra
`,
  ),
  ...transcript(
    'tdp-3/tro-chuyen',
    `
34 19:00 head3 | Tổ 3 xin chào, bà con mới vào cứ nhắn số nhà để tôi ghi vào danh sách hộ
34 19:20 official | Nhà tôi số 19 ngõ Trường Học ạ bác Chung
34 19:21 head3 | Vâng chào cô Hà, ở đây cô cũng là dân tổ 3 nhé 😄
34 19:22 official | Đúng ạ, tổng vệ sinh cháu vẫn cầm chổi
15 18:30 head3 | Sáng mai khám tiểu đường ở trạm, tổ mình gần nhất nên đi muộn sau 9 giờ nhường các tổ xa đi trước nhé
`,
  ),
  ...transcript(
    'tdp-4/tro-chuyen',
    `
33 18:15 head4 | Chào cả khu tập thể. Mái nhà để xe B2 dột, tổ họp tối mai bàn chuyện sửa
33 18:40 tech-linh | Cháu đi họp được ạ, tiện cháu mang máy tính ai cần nộp hồ sơ trên mạng thì nộp luôn
32 21:10 head4 | Đã thống nhất mỗi hộ góp 150 nghìn, thu chi dán ở bảng tin và đăng lên đây
18 20:00 head4 | Sửa mái xong: thu 4.200.000, chi 3.950.000, còn 250.000 nhập quỹ tổ. Hóa đơn ai cần xem qua nhà tôi
18 20:08 tech-linh | Rõ ràng quá cô Nga ơi 👍
`,
  ),
  ...transcript(
    'tdp-5/tro-chuyen',
    `
34 06:40 head5 | Tổ 5 ven sông mùa này nước lên nhanh, bà con thấy nước qua vạch đỏ ở đập tràn thì báo ngay lên đây
34 07:05 moderator | Nhà tôi nhìn thẳng ra đập, tôi xem hằng sáng ạ
22 05:35 moderator #t5-nuoc | Sáng nay nước cách vạch đỏ khoảng hai gang tay
22 05:50 head5 >t5-nuoc | Cảm ơn cô Nguyệt. Bà con tạm không qua đập tràn bằng xe máy
21 06:00 moderator | Nước rút rồi, đi lại bình thường
7 11:00 head5 | Hai nhà tổ mình bị gọi lừa đảo hôm qua, may chưa mất gì. Bà con đọc cảnh báo ở nhóm chung nhé
`,
  ),
  ...transcript(
    'tdp-6/tro-chuyen',
    `
32 07:10 head6 | Chào bà con tổ 6, nhà văn hóa mở cửa đọc sách tối thứ Ba, thứ Sáu cho các cháu ạ
`,
  ),
  ...transcript(
    'tdp-7/tro-chuyen',
    `
33 19:00 head7 | Tổ 7 xin chào. Sân vận động tuần này cho Đoàn phường tập văn nghệ, mong bà con thông cảm tiếng loa đến 21 giờ
33 19:12 duc7 | Dạ bọn cháu tắt đúng giờ ạ bác Hưng
21 22:30 duc7 | Văn nghệ xong, bọn cháu dọn sân sạch rồi ạ, cảm ơn tổ mình 🙇
21 22:34 head7 | Các cháu diễn tốt lắm
`,
  ),
  ...transcript(
    'tdp-8/tro-chuyen',
    `
32 18:00 head8 | Giếng đá đầu ngõ đã thau xong. Nhà nào dùng thì đun sôi, đừng giặt giũ tại giếng nhé
`,
  ),
  ...transcript(
    'tdp-9/tro-chuyen',
    `
33 09:00 head9 | Có điện rồi bà con ơi
33 09:04 phuong9 | Tủ đá nhà em kịp rồi, không tan hết thịt 😮‍💨
16 20:00 head9 | Xe tải đỗ dọc đường liên phường che mất biển báo trường học, tôi đã báo công an phường
16 20:15 phuong9 | Sáng nay cháu em suýt va vào đuôi xe, may quá chị báo
`,
  ),
  ...transcript(
    'tdp-10/tro-chuyen',
    `
31 19:20 head10 | Mương trong bị tắc chỗ cống trại giống, sáng mai ai có ruộng ra cùng khơi nhé
31 19:33 khai10 | Em mang cả cuốc với xe kéo ạ
30 10:20 head10 | Nước về ruộng rồi 🌾
`,
  ),
  ...transcript(
    'tdp-11/tro-chuyen',
    `
18 19:45 head11 | Trả chó cho bác Thịnh tổ 12 rồi nhé bà con, nó mừng chủ nhảy cả lên cầu
`,
  ),
  ...transcript(
    'tdp-14/tro-chuyen',
    `
24 17:20 head14 | Ổ gà trước cổng trường THCS vá xong rồi, bà con đưa con đi học yên tâm
10 17:00 head14 | Mai cắt nước một phần tổ mình, từ lô 1 đến lô 9
`,
  ),
  ...transcript(
    'tdp-15/tro-chuyen',
    `
32 20:00 head15 | Tổ 15 nhớ khóa cổng vườn ươm sau 18 giờ, hôm qua mất 2 cuộn ống tưới
32 20:11 nghia15 | Tối nay tổ an ninh đi thêm một vòng khu vườn ươm
31 06:15 nghia15 | Tìm thấy 1 cuộn ống vứt ở bờ bãi bồi, ai mất qua nhà em nhận
17 20:10 head15 | Chuyện nẹt pô ở bãi bồi anh Tùng đã cử người tuần tra
`,
  ),
  ...transcript(
    'tdp-16/tro-chuyen',
    `
30 12:30 head16 | Bà con cho người nhà bệnh nhân thuê trọ nhớ khai báo lưu trú, làm trên mạng được, không biết thì hỏi các cháu tổ công nghệ số
2 22:20 head16 | Quán hát đã tắt loa. Cảm ơn anh Tùng công an
`,
  ),
  ...transcript(
    'tdp-17/tro-chuyen',
    `
34 12:00 head17 | Khuoi Sau xin chao. Nha nao chua co song thi ra nha van hoa, o do co wifi
14 13:20 head17 | Hôm nay 21 người tổ mình đi khám đường huyết, xe phường đón tận cầu treo. Cảm ơn phường
`,
  ),
];
