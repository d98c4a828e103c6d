import type { SampleLine } from './sample.types.ts';
import { transcript } from './transcript.ts';

/** Residential group 13, the last two and a half weeks before the demo. */
export const group13Late: SampleLine[] = transcript(
  'tdp-13/tro-chuyen',
  `
17 07:05 hue13 | Nhà nào có con gà trống lông đỏ lạc sang sân nhà em, 2 hôm rồi
17 07:30 ba-may | Gà nhà Mẩy đấy. Tìm mãi
17 07:31 hue13 | Dạ bà để cháu mang sang 😄
15 17:48 head13 #t13-duong | ⚠️ GẤP: chiều nay phường vừa nhận giấy: 7h30 SÁNG MAI trạm y tế khám sàng lọc tiểu đường MIỄN PHÍ cho người từ 40 tuổi, ưu tiên người trên 60 và người có bố mẹ bị bệnh. Nhịn ăn sáng, mang thẻ BHYT hoặc căn cước. Thông báo đầy đủ ở kênh Thông báo, bà con bấm "Đã rõ" giúp em.
15 17:52 minh13 >t13-duong | May quá mẹ em đang định tuần sau lên viện. Mai em chở mẹ ra
15 17:55 resident13 >t13-duong | Nhịn từ mấy giờ hả cháu, bác có thuốc huyết áp uống buổi sáng
15 17:58 tech-hoa | Cháu đọc trong thông báo: nhịn ăn từ 10 giờ đêm, uống nước lọc được ạ. Thuốc huyết áp thì bác hỏi chị Diệp ở trạm cho chắc
15 18:03 tech-hoa | Cháu hỏi rồi: bác vẫn uống thuốc huyết áp với ít nước lọc bình thường. Còn ai đang uống thuốc tiểu đường thì CHƯA uống, mang theo ra trạm hỏi ạ
15 18:05 resident13 | Cảm ơn cháu nhiều
15 18:10 tuan13 >t13-duong | Em sang báo cụ Lộc rồi. Cụ đi, mai em chở
15 18:12 ngan13 >t13-duong | Cụ Sen em đọc thông báo cho cụ nghe rồi ạ, cụ cũng đi
15 18:20 bac-son >t13-duong | Báo gấp thế này ngày trước giấy photo tới nơi thì đã khám xong rồi.
15 18:25 head13 >t13-duong | Vâng bác, đợt trước tổ mình lỡ cũng vì thế. Giờ em xem được nhà nào chưa đọc, còn 4 nhà em đi gõ cửa đây ạ
15 20:40 head13 | Gõ cửa xong cả 4 nhà, tất cả đều biết rồi ạ 👍
14 06:50 ong-tu | Ông Tư với bà Mẩy đang ở trạm, đông phết
14 09:35 resident13 | Bác đo 7 phẩy 2, cô bác sĩ bảo hơi cao hẹn kiểm tra lại, bớt ăn xôi
14 09:37 thuy13 | Từ mai con giấu nếp nhé mẹ 😂
14 09:50 co-bich | Em 5.4 on roi, mung qua
14 10:15 tuan13 | Cụ Lộc bị cao thật ạ, trạm viết giấy chuyển lên viện. Cụ bảo không biết gì cả. May có đợt này
14 10:20 head13 | Mừng là biết sớm. Có gì khó về giấy tờ BHYT báo em với cô Liên ngay nhé
13 18:55 dung13 #t13-xe1 | Anh Cường ơi khách quán anh để xe máy chắn hết đầu ngõ 7, em đi làm về không đi vào được. Tuần này lần thứ 3 rồi
13 19:02 cuong13 >t13-xe1 | Khách họ để 5 phút, chú gọi một câu là họ dắt, làm gì căng
13 19:05 dung13 | 5 phút gì, em đứng chờ 15 phút. Ngõ chung chứ không phải sân nhà anh
13 19:08 hanh13 | Em xin lỗi anh Dũng, để em nhắc khách ạ
13 19:10 cuong13 #t13-cai1 | Ngõ chung thì ai chả được để. Chú suốt ngày soi mói nhà người khác, rảnh quá à
13 19:12 dung13 #t13-cai2 | Anh nói thế mà nghe được. Buôn bán chiếm đường còn to mồm
13 19:14 cuong13 #t13-xuc-pham | Mày là cái thá gì mà dạy tao, đồ vô học, cả nhà mày chẳng ra cái giống gì
13 19:15 dung13 #t13-xuc-pham-2 !deleted | Anh tưởng anh là ai mà mày tao
13 19:17 loan13 | Thôi hai anh ơi, hàng xóm với nhau cả 🙏
13 19:18 bac-son | Hai chú dừng lại. Cả tổ đang đọc, có trẻ con đọc nữa.
13 19:20 mod-yen | Cô nhắc chung: góp ý việc xe cộ là đúng chỗ, còn xúc phạm nhau thì không được. Hai anh nghỉ một lát, cô báo tổ điều hành xem lại tin nhắn vừa rồi theo quy tắc chung.
13 19:25 head13 | Tối nay em sang gặp hai nhà. Bà con không bàn thêm trên này nữa ạ.
13 21:30 head13 | Em đã ngồi với hai nhà. Thống nhất: quán kẻ vạch để xe bên phía bờ sông, chừa 2 mét lối vào ngõ 7. Mai em với chú Khánh ra kẻ vạch.
12 07:10 khanh13 | Kẻ vạch xong rồi ạ, sơn trắng đàng hoàng nhé
12 07:45 cuong13 #t13-loi | Hôm qua nóng quá em nói bậy, em xin lỗi anh em nhà Dũng và cả tổ. Từ nay em dựng biển nhắc khách.
12 07:52 dung13 >t13-loi | Em cũng nóng. Thôi cho qua, sáng nay em ra ăn phở
12 07:55 resident13 | Thế mới là hàng xóm chứ ❤️
12 07:56 bac-son | 👍
11 19:00 thuy13 | Có ai đi chợ phiên sáng mai cho em gửi mua cân mộc nhĩ với ạ
11 19:08 hue13 | Chị đi, 6 giờ đi nhé em
10 16:30 head13 #t13-nuoc | Công ty nước báo cắt nước từ 8 giờ đến 16 giờ mai để thay ống đường Bờ Sông. Bà con trữ nước tối nay ạ.
10 16:35 hanh13 >t13-nuoc | Trời ơi mai quán có khách đặt 3 mâm 😭
10 16:40 minh13 >t13-nuoc | Nhà em có giếng khoan, ai cần cứ mang can sang ngõ 5 lấy
10 16:44 hanh13 | Em cảm ơn anh Minh, mai em cho nó chở 4 can
10 16:50 ngan13 >t13-nuoc | Dạ tổ mình bị hết hay chỉ mấy ngõ ngoài ạ?
10 16:52 head13 !edited | Ngõ 5 đến ngõ 8. Ngõ 9 lấy đường ống khác nên vẫn có nước
9 16:20 dung13 | 4h20 vẫn chưa có nước các bác ạ
9 16:31 head13 | Em vừa gọi, họ bảo mối nối bị rò phải làm lại, khoảng 6 giờ tối
9 18:25 co-bich | Co nuoc roi ca nha oi, duc nhe xa 10 phut roi hay dung
9 18:27 thuy13 | Ơn giời 🙏
8 08:10 head13 | Tổng vệ sinh tháng này: sáng thứ Bảy, 6 rưỡi như lệ thường. Lần này nhặt rác dọc bờ kè. Nhà nào bận nhắn em.
8 08:20 tuan13 | Em bận trực, vợ em đi ạ
8 08:33 loan13 | Em mang găng tay cho cả tổ nhé, trường còn nhiều
7 09:05 resident13 #t13-lua | Các cháu ơi vừa có người gọi cho bác bảo là công an phường, nói căn cước của bác bị sai phải bấm vào đường dẫn nó gửi rồi đọc mã 6 số. Giọng trong Nam
7 09:07 tech-hoa >t13-lua | LỪA ĐẢO ĐẤY BÁC ƠI. Bác đã bấm hay đọc mã chưa ạ???
7 09:09 resident13 | Chưa, bác bảo để bác gọi con trai, nó mắng bác xong nó cúp máy
7 09:10 minh13 | Phúc quá 😮‍💨 mẹ chặn số đó đi, để con chặn cho
7 09:12 khanh13 >t13-lua | Em báo anh Tùng công an rồi. Công an phường không bao giờ gọi điện bắt bấm link hay đọc mã. Cần gì thì mời lên trụ sở hoặc qua tổ trưởng
7 09:15 ong-tu | Hôm qua cũng gọi nhà ông, ông bảo ông điếc rồi nó tắt
7 09:16 nam13 | Ông Tư đỉnh quá 😂😂
7 09:30 head13 #t13-lua-2 | Em ghim ý này: ai gọi xưng công an, thuế, điện lực, ngân hàng mà đòi bấm link, cài ứng dụng, đọc mã OTP thì TẮT MÁY rồi báo em hoặc chú Khánh. Bà con sang nói giúp với cụ Sen, cụ Lộc và nhà nào có người già ở một mình.
7 09:41 ngan13 >t13-lua-2 | Cụ Sen dùng máy bàn, em dặn cụ rồi ạ
7 10:02 mod-yen >t13-lua-2 | Rất đúng. Các nhà dán tờ giấy cạnh điện thoại: "Không đọc mã cho ai".
6 18:40 hanh13 | Tháng này tiền điện về rồi, 1 triệu 9, đắt hơn tiền lãi bán phở 🥲
6 18:44 dung13 | Cái tủ mát của chị gioăng hở rồi, để em thay gioăng cho
6 18:46 cuong13 | Chốt nhé chú, anh mời bát đặc biệt
6 18:47 dung13 | 2 bát 😁
5 06:15 loan13 | Găng tay em để ở bàn nhà văn hóa ạ
5 08:20 head13 | Hôm nay 28 nhà ra quân, nhặt 22 bao rác dọc bờ kè. Xe môi trường 9 giờ qua lấy. Cảm ơn bà con!
5 08:26 nam13 | Biển "Cống không phải thùng rác" bọn cháu vẽ xong 4 cái rồi ạ, chiều cháu đi gắn
5 08:30 mod-yen | Cô xem rồi, đẹp lắm, nét chữ ngay ngắn.
5 08:31 resident13 | Cho bác xin một cái treo cổng 😄
4 19:20 tuan13 #t13-tamtru | Em hỏi chút: nhà em làm tạm trú hết hạn tháng sau thì gia hạn trên mạng được không ạ
4 19:25 tech-hoa >t13-tamtru | Được anh ạ, nộp trong vòng 15 ngày trước ngày hết hạn. Anh hỏi ở mục Hỏi thủ tục nhé, ở đó có câu trả lời sẵn và sau này người khác tìm lại được
4 19:27 tuan13 | Ok em
3 07:20 loan13 #t13-lop | Trường mầm non báo: còn 6 chỗ lớp 3 tuổi, ưu tiên trẻ thường trú, tạm trú trong phường. Nhà nào chưa nộp thì nộp trong tuần này ạ
3 07:26 ngan13 >t13-lop | Em nộp cho bé rồi ạ, cô nhận luôn ❤️
3 07:28 loan13 | 👏👏
3 17:30 bac-son !edited | Chiều nay bờ kè cuối ngõ 9 có đoạn nứt dài chừng 3 mét. Trẻ con không nên ra đó chơi. Tôi đã báo tổ trưởng.
3 17:38 head13 | Em chụp ảnh gửi phường rồi, tạm thời chăng dây. Nhà cụ Lộc sát đó em sang dặn cụ
2 20:00 hue13 | Mai có ai đi lấy thuốc bảo hiểm trên viện thì cho cụ Lộc đi cùng với ạ, anh Tuấn bận
2 20:06 minh13 | Em đưa mẹ em đi khám lại, xe rộng, 7h em đón cụ
2 20:07 head13 | Quý hóa quá
1 10:50 minh13 | Mẹ em khám lại 6.1 rồi ạ, cụ Lộc được kê thuốc tháng đầu, BHYT chi trả gần hết
1 10:55 resident13 | Không ăn xôi nữa là nó xuống ngay 😄
1 10:58 co-bich | Mung cho bac Lan 💐
1 19:15 head13 | Cán bộ địa chính sáng mai ra xem chỗ kè nứt. Ai nhà gần đó rảnh thì ra cùng em ạ
1 19:22 dung13 | Em ra
1 19:23 cuong13 | Em mang ấm trà ra cho các anh
0 05:40 resident13 | Chào cả tổ buổi sáng. Hôm nay trời đẹp
0 06:10 bac-son | Chào bà. Tôi đã ra kè, vết nứt không rộng thêm.
0 06:25 head13 | Vâng cảm ơn bác, 8 giờ đoàn ra ạ
`,
);
