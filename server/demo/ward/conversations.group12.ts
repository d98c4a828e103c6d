import type { SampleLine } from './sample.types.ts';
import { transcript } from './transcript.ts';

export const group12: SampleLine[] = transcript(
  'tdp-12/tro-chuyen',
  `
34 18:00 head12 | Chào bà con tổ 12. Nhóm mới của tổ mình đây ạ, ai vào rồi điểm danh giúp tôi
34 18:05 resident12 | Hương ngõ 2 ạ
34 18:06 quang12 | Quảng ngõ 2, chồng Hương 😁
34 18:20 mai12 | Mai ngõ 3 có mặt
34 18:31 bac-thinh | Thinh ngo 4
34 18:40 tech | Em Xuân ngõ 3, ai vướng đăng nhập cứ gọi em ạ
30 07:10 resident12 #t12-rac | Bác Hải ơi xe rác mấy hôm nay không vào ngõ 2 ạ?
30 07:22 head12 >t12-rac | Xe hỏng, họ đang mượn xe tổ khác. Mai sẽ vào, bà con chịu khó để rác gọn trong nhà
30 07:25 resident12 | Dạ vâng ạ
28 19:00 head12 | Sáng thứ Bảy dọn vệ sinh ngõ 1 đến ngõ 4, 6h30. Ngõ nào dọn ngõ đó, xong tập trung ở cổng ngõ 2 chụp ảnh báo cáo phường
28 19:12 phuc12 | Nhà em 2 người đi ạ
28 19:15 mai12 | Em đi, mang theo thuốc diệt bọ gậy của trạm y tế luôn, nhà nào có chum vại thì gọi em
26 09:05 head12 | Xong. Cảm ơn bà con, ngõ 4 sạch nhất 🥇
26 09:11 bac-thinh | Ngo 4 luc nao chang nhat
25 08:30 quang12 | Cờ nhà em rách, mua ở đâu ạ
25 08:34 head12 | Ra tạp hóa cô Thanh tổ 2, hoặc lấy của tổ 35 nghìn một lá cả cán
25 08:36 quang12 | Ok bác, bác để em 1 lá
24 12:40 kien12 | Bên em nhận lắp camera, wifi giá rẻ nhé cả nhà
24 12:55 head12 | Chú Kiên đăng một lần thôi nhé, ai cần họ sẽ gọi
21 07:00 mai12 | Chúc cả tổ nghỉ lễ vui ạ 🎉
18 17:30 bac-thinh #t12-cho | Nhà tôi lạc con chó vàng, cổ đeo vòng đỏ, tên Vện, đi từ trưa. Ai thấy báo tôi với
18 17:34 nhung12 >t12-cho | Nó hiền lắm ạ, gọi tên là vẫy đuôi, mọi người đừng đánh nó giúp cháu 😢
18 17:50 resident12 >t12-cho | Lúc 2 giờ em thấy một con giống thế ở chỗ cây xăng bác ơi
18 17:58 quang12 >t12-cho | Cháu chạy ra cây xăng xem cho
18 18:40 quang12 | Không thấy bác ạ, người ta bảo nó đi về phía cầu treo
18 19:05 tech >t12-cho | Cháu nhắn hỏi bên nhóm chung của phường rồi ạ, tổ 11 có người trả lời đang giữ một con vòng đỏ!
18 19:30 bac-thinh | Dung no roi!!! Cam on moi nguoi nhieu lam
18 19:32 nhung12 | Hu hu mừng quá, cháu cảm ơn cả nhà ạ ❤️
18 19:40 head12 | Bà con nhớ chó ra đường phải xích, rọ mõm, tiêm dại đầy đủ nhé
18 19:43 bac-thinh | Tiem roi, con giay day
16 18:10 phuc12 #t12-cuoi | Thưa cả tổ, đầu tuần tới nhà cháu tổ chức cưới cho em gái, dựng rạp ở ngõ 2 từ chiều hôm trước đến trưa hôm sau. Cháu xin phép bà con và xin lỗi trước vì ngõ sẽ chật ạ
16 18:15 resident12 >t12-cuoi | Chúc mừng gia đình 🎉 Nhưng mà chú ơi mẹ em hôm đó có lịch lọc máu buổi sáng, xe phải vào tận nhà
16 18:18 phuc12 | Dạ chị yên tâm, cháu chừa một lối 2 mét bên trái, xe con vào được. Sáng đó cháu cắt người đứng dẹp xe
16 18:25 resident12 | Thế thì tốt quá, chị cảm ơn nhé
16 18:33 head12 >t12-cuoi | Chú Phúc báo công an phường một câu, loa đài tắt trước 22 giờ. Xe ba gác chở rạp đừng đỗ đầu ngõ
16 18:35 phuc12 | Vâng cháu báo anh Tùng rồi ạ
15 18:02 head12 #t12-duong | Sáng mai 7h30 trạm y tế khám tiểu đường miễn phí người từ 40 tuổi. Xem kênh Thông báo nhé, báo hơi gấp
15 18:05 mai12 >t12-duong | Em trực ở trạm từ 7h. Ai cần chở người già nhắn em ạ, em xin được xe
15 18:11 resident12 >t12-duong | Mẹ em đang lọc máu có cần khám không chị Mai
15 18:14 mai12 | Bà đang theo dõi ở viện rồi thì thôi em ạ, để chỗ cho người chưa khám bao giờ
15 18:30 bac-thinh >t12-duong | Toi di
11 16:00 phuc12 | Rạp dựng xong rồi ạ, lối đi bên trái để thông. Xe to cháu xin gửi ở sân nhà văn hóa
11 21:40 quang12 | Hát hay đấy nhưng 10h rồi chú Phúc ơi 😂
11 21:44 phuc12 | Dạ cháu tắt ngay ạ, xin lỗi cả nhà 🙏
10 07:05 resident12 | Xe vào tận cổng được thật, cảm ơn mấy bạn dẹp xe nhé
10 13:30 phuc12 !edited | Cưới xong rồi ạ, chiều nay 3 giờ cháu dỡ rạp, quét ngõ sạch sẽ. Cảm ơn bà con đã đến chung vui và chịu khó đi lối hẹp 💐
10 16:40 head12 | Mai cắt nước từ 8 đến 16 giờ, bà con trữ nước
10 16:43 resident12 | Vừa rửa bát cưới xong thì cắt nước, may thế 😄
9 18:40 mai12 | Ngõ 3 có nước rồi, ngõ 2 có chưa ạ
9 18:42 quang12 | Có rồi chị, hơi đục
7 12:15 head12 | Tổ 13 có cụ suýt bị lừa gọi điện giả công an. Bà con đọc cảnh báo ở nhóm chung nhé
7 12:20 nhung12 | Bố cháu hôm trước cũng nghe cuộc y hệt, may cháu ở nhà
6 20:10 kien12 !deleted | Ai cần vay vốn nhanh inbox em
5 10:00 tech #t12-hen | Chiều thứ Hai và thứ Năm hằng tuần từ 14 giờ em ngồi ở nhà văn hóa tổ 12 giúp làm dịch vụ công, VNeID. Bà con mang điện thoại và căn cước ạ
5 10:06 bac-thinh >t12-hen | Toi muon lam cap lai so do mat co lam o day duoc khong
5 10:10 tech | Dạ cái đó phải ra Một cửa ạ, nhưng cháu xem giúp bác cần những giấy gì, bác hỏi ở mục Hỏi thủ tục là có cán bộ địa chính trả lời luôn
3 18:20 resident12 | Có nhà nào có con học lớp 1 cô Hạnh không ạ, cho em xin bài hôm nay với, con em ốm
3 18:31 phuc12 | Đây chị ơi: Toán trang 24 bài 1 đến 4, Tiếng Việt tập viết chữ h
3 18:32 resident12 | Cảm ơn chú
1 19:40 head12 | Tuần tới tổ mình rà soát hộ nghèo, cận nghèo. Nhà nào có hoàn cảnh khó khăn cứ nhắn riêng tôi, đừng ngại
1 19:46 mai12 | Dạ em đi cùng bác các nhà ngõ 3
`,
);
