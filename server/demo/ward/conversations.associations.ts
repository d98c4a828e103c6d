import type { SampleLine } from './sample.types.ts';
import { transcript } from './transcript.ts';

export const associations: SampleLine[] = [
  ...transcript(
    'phu-nu/tro-chuyen',
    `
34 20:00 phuong9 | Chào các chị em. Từ nay lịch sinh hoạt chi hội nhắn ở đây ạ
34 20:05 co-bich | Chao chi Phuong
34 20:11 resident13 | Bác có mặt
29 19:30 phuong9 #pn-vay | Ngân hàng Chính sách có đợt vay vốn nước sạch, lãi suất ưu đãi. Chị em nào có nhu cầu đăng ký với chi hội trưởng trước cuối tuần
29 19:41 co-bich >pn-vay | Em muốn vay làm bể nước, cần giấy tờ gì hả chị
29 19:46 phuong9 >pn-vay | Căn cước, xác nhận cư trú nếu mới chuyển đến, rồi tổ tiết kiệm bình xét. Chị mang mẫu đơn đến tận nhà cho em
29 20:15 hanh13 >pn-vay | Em cũng xin một mẫu ạ
23 20:00 phuong9 | Đội múa tập lúc 19 giờ tối mai ở nhà văn hóa trung tâm, mặc áo chàm nhé các chị
23 20:07 loan13 | Em thiếu khăn, chị nào có dư cho em mượn
23 20:09 hue13 | Chị có, mai mang đi cho
15 18:15 head6 | Các chị nhắc các bà, các mẹ sáng mai đi khám đường huyết, nhịn ăn sáng
12 19:00 thao1 | Em gửi lịch tập huấn bán hàng trên mạng: 2 buổi tối, có hướng dẫn chụp ảnh sản phẩm ạ
12 19:12 co-bich | Em dang ky, ban gao voi mang kho
12 19:20 resident12 | Em bán hàng online 3 năm rồi, em đến phụ chỉ các chị ạ 😄
12 19:23 phuong9 | Còn gì bằng, cảm ơn Hương
6 20:30 head9 | Mô hình phân loại rác tại nhà: tổ 9 có 35 nhà làm, tháng này bán ve chai được 1,2 triệu ủng hộ quỹ học bổng
6 20:41 phuong9 | Tuyệt quá chị Tâm 👏 tháng sau nhân ra tổ 13 nhé
6 20:45 hue13 | Vâng tổ 13 xin học tập
2 19:30 phuong9 | Chủ nhật chi hội đi thăm cụ Sen tổ 13 với 3 cụ neo đơn, chị em nào góp quà gửi chị Huệ
2 19:44 resident13 | Bác góp 2 chục trứng gà nhà
`,
  ),
  ...transcript(
    'thanh-nien/tro-chuyen',
    `
34 21:00 duc7 | Anh em vào đủ chưa, điểm danh nào 🙋
34 21:01 nam13 | Có
34 21:02 thao1 | Có ạ
34 21:04 nhung12 | Em đây anh
28 21:30 duc7 | Văn nghệ mừng lễ cần 10 bạn dựng sân khấu từ chiều, ai đi thả tim
28 21:33 nam13 | ❤️
28 21:34 tech-linh | Chị lo âm thanh với màn hình
26 09:30 nam13 #tn-bien | Em cần 5 bạn vẽ khéo làm biển "Cống không phải thùng rác" cho tổ 13
26 09:38 nhung12 >tn-bien | Em vẽ được ạ, em rủ thêm bạn cùng lớp
26 09:50 duc7 >tn-bien | Làm xong nhân ra cả phường luôn, Đoàn lo tiền sơn
17 20:40 tech | Đội hình số cộng đồng tuần này đi tổ 17 giúp các cụ cài VNeID, cần 3 bạn có xe máy
17 20:44 nam13 | Em đi
17 20:47 nhung12 | Em đi được sáng thứ Bảy ạ
5 17:30 nam13 | Gắn xong 4 biển ở tổ 13 rồi mọi người ơi
1 20:15 duc7 | Tháng sau hiến máu, bạn nào đủ sức khỏe đăng ký với anh nhé 🩸
`,
  ),
  ...transcript(
    'cuu-chien-binh/tro-chuyen',
    `
34 06:00 bac-son | Kính chào các đồng chí. Nhóm của Hội ta đã lập xong, đồng chí nào chưa quen thì nhờ con cháu chỉ.
34 06:20 head8 | Có mặt.
34 06:25 head14 | Tổ 14 có mặt.
34 07:10 ong-tu | Ông Tư tổ 13 có mặt
29 18:45 bac-son #ccb-ke | Tổng vệ sinh thứ Bảy, Hội nhận đoạn bờ kè đường Bờ Sông. Đồng chí nào đau chân thì miễn.
29 18:50 bac-thinh >ccb-ke | Toi mang may cat co
29 19:10 ong-tu >ccb-ke | Chân đau nhưng quét được
20 08:00 bac-son | Cảm ơn các đồng chí đã đi nhắc treo cờ, dọc đường Bờ Sông đạt 100%.
11 19:30 head1 | Đồng chí Vinh tổ 1 nằm viện, Hội tổ chức đi thăm sáng mai
11 19:35 bac-son | Tôi đi. Hẹn 8 giờ ở cổng viện.
3 18:00 bac-son | Kè cuối ngõ 9 nứt, phường đã nắm. Ngày trước ta kè đá tay đoạn đó đấy.
3 18:12 bac-thinh | Nho chu, nam ay lu to
`,
  ),
  ...transcript(
    'nong-dan/tro-chuyen',
    `
34 19:40 khai10 | Chào bà con. Giá cả, sâu bệnh, giống má xin nhắn ở đây
32 08:30 co-bich #nd-gao | Gạo bao thai đầu mùa em thu 13 nghìn thóc khô, nhà nào bán gọi em
32 08:52 head10 >nd-gao | Năm ngoái giờ này có 11 thôi, mừng cho bà con
32 09:10 bac-thinh >nd-gao | Nha toi 6 ta
32 09:15 co-bich >nd-gao | Da chieu mai em cho xe vao a
19 07:30 khai10 #nd-hoi !edited | Sâu ăn lá hồi đang rộ ở Khuổi Sâu. Bà con kiểm tra mặt dưới lá, thấy ổ trứng thì ngắt đem đốt. Chưa phun vội, mai cán bộ khuyến nông lên hướng dẫn loại thuốc và liều.
19 07:50 head17 >nd-hoi | Nhà tôi bị nửa đồi rồi
19 08:02 head11 >nd-hoi | Nà Mới mới lác đác vài cây
18 16:00 khai10 >nd-hoi | Khuyến nông xem rồi: phun chiều mát, đeo khẩu trang găng tay, vỏ chai thuốc gom lại đừng vứt xuống suối
9 20:00 head10 | Lịch lấy nước mương trong: ngày chẵn xóm trên, ngày lẻ xóm dưới
9 20:09 khai10 | Em in dán ở trại giống rồi bác ạ
4 19:30 co-bich | Gia ngo hom nay 7 nghin 2, nha nao con ngo kho em thu het
4 19:41 head17 | Tổ 17 còn khoảng 2 tấn, đường xấu xe em có lên được không
4 19:44 co-bich | Em đi xe cầu cao lên được ạ
`,
  ),
];
