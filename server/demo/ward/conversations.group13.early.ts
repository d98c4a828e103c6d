import type { SampleLine } from './sample.types.ts';
import { transcript } from './transcript.ts';

/** Residential group 13, from five weeks to two and a half weeks before the demo. */
export const group13Early: SampleLine[] = transcript(
  'tdp-13/tro-chuyen',
  `
35 06:12 head13 | Chào cả tổ mình ạ. Từ hôm nay tổ 13 chuyển sang nhắn ở đây cho gọn, thông báo của phường cũng về thẳng chỗ này, em không phải chép tay lại nữa. Bà con vào được thì nhắn một tiếng để em biết nhé.
35 06:20 hue13 | Em vào được rồi
35 06:31 bac-son | Tôi vào rồi. Chữ to, dễ đọc.
35 06:45 co-bich | bich ngo 8 co mat a
35 07:02 minh13 | Nhà em 3 người đều vào rồi anh Thành ơi. Mẹ em cũng có tài khoản riêng luôn
35 07:15 resident13 | Bac vao duoc roi. Thuy no cai cho bac
35 07:16 thuy13 | 😄 mẹ gõ có dấu được mà mẹ, bấm giữ phím là ra
35 07:40 resident13 | Ừ để bác tập. Chữ có dấu đây này
35 07:41 tech-hoa | Bác Lan giỏi quá ạ 👏
35 08:05 ong-tu | Ông Tư đây. Hai ông bà chung một máy, bà nhắn thì ghi là Mẩy nhé
35 11:52 khanh13 | Khánh ngõ 7 có mặt ạ, e đang chạy xe dưới Thái Nguyên tối mới đọc kỹ được
35 19:30 head13 #t13-list | Còn cụ Sen với cụ Lộc ngõ 9 không dùng điện thoại thông minh, có giấy em sẽ mang tận nhà. Nhà nào ở gần thì nhắc các cụ giúp em một câu.
35 19:44 ngan13 >t13-list | Dạ nhà em sát nhà cụ Sen, có gì em chạy sang đọc cho cụ nghe ạ
35 19:50 tuan13 >t13-list | Cụ Lộc em cũng qua được anh ạ
34 17:20 dung13 | Bóng đèn cột đầu ngõ 7 cháy rồi các bác ạ. Mai em leo lên thay, bóng thì tổ mình còn không anh Thành?
34 17:28 head13 | Còn 2 bóng led ở nhà văn hóa, chú qua lấy nhé. Cảm ơn chú
34 17:35 loan13 | May quá, mấy hôm nay tối om trẻ con đi học thêm về sợ
33 18:10 dung13 | Thay xong rồi ạ, sáng trưng 💡
33 18:14 hanh13 | Cam on anh Dung nhe
33 18:15 resident13 | Cảm ơn cháu
32 08:00 co-bich #t13-gao | Sáng nay gạo bao thai 19 nghìn, khang dân 16, nếp 30 các bác nhé. Ai lấy để em phần
32 08:12 thuy13 >t13-gao | Chị phần em 10 cân bao thai ạ, trưa em qua
32 08:20 ba-may >t13-gao | Mẩy đây. Phần bà 3 cân nếp rằm làm bánh
32 08:31 cuong13 >t13-gao | Lên giá à chị, tuần trước 18 mà
32 08:40 co-bich | Xăng lên xe chở lên em cũng phải theo chú ơi 😅
31 19:02 minh13 #t13-dien | Nhà mình có ai thấy tiền điện tháng này tăng không ạ? Nhà em tháng trước 480 tháng này 730
31 19:05 hanh13 >t13-dien | Quán nhà em cũng tăng 2 trăm, tưởng tại tủ mát
31 19:11 dung13 >t13-dien | Anh Minh kiểm tra bình nóng lạnh xem, tháng này mưa lạnh nhà nào cũng bật suốt. Vượt bậc là giá lên nhanh lắm. Rảnh em qua đo cho
31 19:15 minh13 | Ok chú Dũng, tối mai nhé
31 19:40 nam13 | Mọi người vào app bên điện lực xem được số điện từng ngày đấy ạ, ngày nào tăng biết luôn
31 19:42 bac-son | Cháu Nam hôm nào chỉ cho bác với
31 19:43 nam13 | Dạ chiều mai cháu qua ạ
30 20:10 dung13 | Đo nhà anh Minh rồi, bình nóng lạnh hỏng rơ le nhiệt, đun cả ngày. Thay cái 60 nghìn là xong
30 20:13 thuy13 | Hèn gì 😭 cảm ơn anh
29 18:30 head13 #t13-don | Thông báo tới bà con: sáng thứ Bảy này tổ mình tổng vệ sinh ngõ, bắt đầu 6 rưỡi, tập trung ở nhà văn hóa. Mỗi nhà một người, mang theo chổi, cuốc xẻng. Năm nay nạo thêm đoạn cống ngõ 6.
29 18:36 hue13 >t13-don | Em nấu nồi nước vối
29 18:40 bac-son >t13-don | Cựu chiến binh tổ ta nhận đoạn bờ kè.
29 18:52 loan13 >t13-don | Nhà em anh Khánh đi xe chưa về, em đi thay ạ
29 19:03 cuong13 >t13-don | Em bán hàng sáng không bỏ được, em góp tiền nước nhé
29 19:05 head13 | Được chú, chú quét đoạn trước quán là tốt rồi
29 19:20 resident13 >t13-don | Bác già không xách được nặng, bác ra nhặt cỏ
29 19:24 thuy13 | Mẹ ở nhà trông cháu, con đi là được ạ
28 07:30 loan13 #t13-mamnon | Các bố mẹ có con sinh 2021, 2022 lưu ý ạ: trường mầm non nhận hồ sơ tuyển sinh từ tuần tới. Năm nay không cần bản sao sổ hộ khẩu, nhà trường tra được trên cơ sở dữ liệu, chỉ cần giấy khai sinh (bản sao) và đơn.
28 07:42 ngan13 >t13-mamnon | Chị ơi bé nhà em mới tạm trú thì có nộp được không ạ
28 07:50 loan13 !edited | Được em nhé, còn chỗ là nhận. Nhưng nên làm tạm trú cho cả bé, hôm trước có nhà bố mẹ làm mà quên con 😅
28 07:55 ngan13 | Vâng để em hỏi bên một cửa luôn, em cảm ơn chị
28 12:10 tuan13 | Bản sao khai sinh phải công chứng hay photo là được ạ?
28 12:22 loan13 | Bản sao chứng thực hoặc trích lục nhé. Cầm bản gốc ra phường làm 10 phút là xong
27 05:50 resident13 | Sáng nay sương mù dày lắm, các cháu đi xe nhớ bật đèn
27 05:58 khanh13 | Cháu vừa qua đèo Giàng về, không thấy gì luôn bác ạ
27 20:15 head13 | Nhắc lại bà con mai tổng vệ sinh, 6 rưỡi. Trời không mưa 🌤️
27 20:20 dung13 | Có mặt ạ
26 06:05 hue13 | Nước vối có rồi bà con ơi
26 06:20 ong-tu | Ông Tư ra trước quét ngõ 6 đây
26 08:50 head13 | Xong rồi ạ! 31 nhà có mặt. Cống ngõ 6 moi được ba xe rác, chủ yếu túi ni lông. Em xin bà con từ nay đừng bỏ rác xuống cống nữa.
26 08:55 mod-yen | Cảm ơn cả tổ. Đường sạch nhìn mát cả mắt. Cô đề nghị mình làm cái biển nhỏ ở miệng cống, nhờ các cháu học sinh vẽ.
26 08:58 nam13 | Để cháu rủ bọn lớp 9 vẽ ạ
26 09:10 resident13 | Các cháu làm giỏi quá. Bác gửi nải chuối ở nhà văn hóa, ai chưa ăn thì ra ăn
26 09:12 co-bich | Chuoi ngon lam bac Lan oi ❤️
25 07:00 head13 #t13-co | Phường đã có thông báo treo cờ dịp lễ. Bà con treo từ chiều nay đến hết ngày lễ, cờ rách bạc màu thì thay giúp em. Nhà ai chưa có cờ em còn 6 lá ở nhà văn hóa.
25 07:08 bac-son >t13-co | Nhà tôi treo rồi. Cán cờ phải thẳng, đừng buộc vào cột điện.
25 07:15 minh13 >t13-co | Em lấy 1 lá ạ, cờ cũ phai hết rồi
25 07:22 ba-may >t13-co | Mẩy đây, hai ông bà không trèo được cháu nào treo hộ
25 07:25 nam13 | Cháu sang treo ngay ạ bà ơi
25 07:40 ba-may | Cháu Nam treo xong rồi, đẹp lắm. Bà cho quả bưởi
25 08:02 dung13 >t13-co | Cờ nhà cụ Sen với cụ Lộc em cũng treo luôn rồi anh Thành nhé
25 08:04 head13 | Tuyệt vời. Thế là ngõ 9 đủ 100%
24 18:45 cuong13 | Mọi người ơi mai quán em nghỉ 1 hôm về quê vợ nhé, đừng ra lại chửi em 😂
24 18:50 khanh13 | Thế sáng mai ăn gì bây giờ 😭
24 18:51 cuong13 | Ăn cơm nguội chứ ăn gì chú
23 19:10 resident13 #t13-vneid | Các cháu ơi điện thoại bác nó bắt cập nhật cái VNeID xong bây giờ vào nó hỏi mật khẩu bác quên rồi
23 19:14 tech-hoa >t13-vneid | Dạ bác đừng bấm nhiều lần kẻo khóa ạ. Sáng mai cháu qua nhà làm lại mật khẩu với bác, bác chuẩn bị sẵn thẻ căn cước nhé
23 19:16 resident13 | Ừ bác ở nhà cả ngày
23 19:25 ong-tu >t13-vneid | Máy ông bà cũng thế, cháu Hòa tiện qua luôn
23 19:26 tech-hoa | Vâng ạ, 9 giờ cháu qua nhà bác Lan rồi sang nhà ông bà
22 10:40 tech-hoa | Xong cả hai nhà rồi ạ. Cháu nhắc chung: mật khẩu VNeID không đọc cho ai, kể cả người xưng là công an hay cán bộ phường. Ai quên cứ nhắn cháu.
22 10:45 resident13 | Cháu Hòa dạy kỹ lắm. Bác ghi ra sổ rồi
22 10:47 tech-hoa | Bác cất sổ kỹ nhé ạ 😄
22 10:52 thuy13 | Cảm ơn em Hòa nhiều
21 06:30 head13 | Chúc bà con ngày lễ vui vẻ, đầm ấm 🇻🇳
21 06:41 bac-son | Chúc cả tổ sức khỏe.
21 06:55 hanh13 | Chuc ca to minh nghi le vui a 🎉
21 07:20 resident13 | Ra đường thấy cả ngõ đỏ cờ, thích quá
21 19:30 loan13 !deleted | Có ai cho em hỏi pháo hoa bắn mấy giờ thế ạ
21 19:31 khanh13 | Năm nay tỉnh không bắn đâu em, có văn nghệ ở sân vận động thôi
20 17:00 head13 | Hết lễ bà con hạ cờ, gấp cất sạch sẽ giúp em ạ
20 17:12 dung13 | Em hạ giúp nhà cụ Sen, cụ Lộc, ông Tư rồi nhé
20 17:15 ba-may | cam on chau Dung
19 12:30 thuy13 | Chị Bích ơi hôm nay còn rau cải mèo không
19 12:36 co-bich | Con 3 mo, de phan em 2 nhe
19 12:37 thuy13 | Vâng ạ
18 20:05 ngan13 | Em xin hỏi chỗ nào trong phường sửa máy giặt uy tín ạ, máy nhà em kêu như máy xát gạo 😅
18 20:09 dung13 | Mang cái video lên đây nghe thử, chắc bi trục. Em quen ông thợ tổ 7
18 20:15 ngan13 | Dạ để mai em quay ạ
`,
);
