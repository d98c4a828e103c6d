import type { SampleLine } from './sample.types.ts';
import { transcript } from './transcript.ts';

export const commune: SampleLine[] = transcript(
  'phuong/chung',
  `
35 07:30 admin | Chào mừng bà con đến với Đình của phường Sông Cầu. Đây là chỗ nói chuyện chung của cả phường. Thông báo chính thức ở kênh Thông báo, hỏi giấy tờ thì vào mục Hỏi thủ tục để khỏi trôi tin ạ.
35 07:45 official | Chúc bà con dùng thuận tiện. Góp ý gì cứ nhắn thẳng ở đây, chúng tôi đọc hằng ngày.
35 08:10 head1 | Tổ 1 đã vào được 52 hộ ạ
35 08:22 moderator | Tôi là Nguyệt, tổ điều hành. Mong mọi người nói chuyện có dấu, có lễ 😊 Thấy tin nào không ổn thì bấm Báo cáo, chúng tôi xem và trả lời lý do.
35 09:02 thao1 | Giao diện chữ to dễ nhìn, ông nội em cũng đọc được ạ
33 06:50 head9 #p-dien | Tổ 9 mất điện từ 5 giờ, có tổ nào cũng mất không ạ?
33 06:53 head10 >p-dien | Tổ 10 cũng mất
33 06:58 phuong9 >p-dien | Em gọi trực điện lực rồi, nổ cầu chì trạm cây xăng, 8 giờ có lại
33 08:11 head9 | Có điện rồi ạ, cảm ơn chị Phượng
31 20:00 thuy13 | Cho em hỏi chợ phiên kỳ này có dời ngày không ạ
31 20:12 head2 | Không dời em nhé, vẫn như mọi phiên
30 12:15 tuan13 #p-benh | Cho em hỏi bệnh viện có khám nhi buổi chiều thứ Bảy không ạ
30 12:21 head16 >p-benh | Có trực cấp cứu thôi chú, khám thường thì sáng thứ Bảy
29 16:00 head14 #p-duong | Kính gửi phường: đoạn đường trước trường THCS có ổ gà sâu, học sinh ngã 2 cháu rồi ạ. Em gửi kèm vị trí trước cổng phụ.
29 16:30 dia-chinh >p-duong | Tôi nhận được. Sáng mai ra xem, trước mắt đề nghị tổ đặt cọc cảnh báo giúp.
28 13:00 van-xa | Trường mầm non và tiểu học trên địa bàn bắt đầu nhận hồ sơ. Phụ huynh vướng giấy khai sinh, thông tin cư trú hỏi ở mục Hỏi thủ tục, có người trực trả lời trong ngày.
27 10:05 dia-chinh >p-duong | Đã xem hiện trường, đơn vị quản lý đường hẹn vá trong tuần này.
25 09:00 official | Đề nghị các gia đình treo cờ Tổ quốc dịp lễ theo thông báo. Cờ đúng kích thước, treo ngay ngắn. Cảm ơn bà con.
25 09:20 bac-son | Hội Cựu chiến binh nhận đi nhắc các nhà dọc đường Bờ Sông.
24 17:10 head14 >p-duong | Vá xong rồi ạ, cảm ơn anh Thế Anh
24 20:40 duc7 | Đoàn phường tổ chức văn nghệ mừng lễ 19h30 tối ngày nghỉ ở sân vận động, mời bà con đến cổ vũ ạ 🎤
24 20:51 loan13 | Lớp mẫu giáo có tiết mục nhé cả nhà 😍
21 22:05 thao1 | Văn nghệ hay quá, các bé mầm non đáng yêu xỉu
21 22:10 phuong9 | Đội múa chi hội 9 tập có 4 buổi đấy 💃
20 09:15 head17 #p-song | Khuổi Sâu sóng yếu lắm, tin nhắn tối qua sáng nay mới về. Nhưng mà vẫn đủ không mất cái nào
20 09:25 admin >p-song | Dạ bác, mất mạng thì cứ soạn bình thường, có sóng là máy tự gửi ạ
19 07:40 khai10 | Bà con trồng hồi chú ý có sâu ăn lá ở khu Khuổi Sâu, chi tiết em gửi bên nhóm Nông dân
18 18:15 tech #p-cho | Các bác các anh chị ơi, bác Thịnh tổ 12 lạc con chó vàng, vòng cổ đỏ, tên Vện. Ai thấy nhắn giúp ạ
18 18:52 head11 >p-cho | Nhà tôi đang giữ một con y như thế, chạy qua cầu treo lúc 4 giờ chiều. Gọi Vện nó vẫy đuôi đây này
18 18:55 tech >p-cho | Ôi đúng rồi! Cháu báo bác Thịnh sang đón ngay ạ
18 19:33 nhung12 >p-cho | Cháu cảm ơn bác Quý ạ, bố con cháu đang qua cầu
17 19:50 nghia15 | Đêm qua có tiếng nẹt pô chỗ bãi bồi tới 1 giờ sáng. Nhà ai có con em nhắc các cháu giúp
17 20:02 cong-an-phuong | Tối nay tổ tuần tra sẽ qua. Bà con có biển số thì nhắn riêng cho tôi, đừng đăng công khai nhé.
15 17:35 tram-y-te #p-kham | Trạm vừa nhận kế hoạch: 7h30 sáng mai khám sàng lọc tiểu đường miễn phí tại trạm. Báo gấp mong bà con thông cảm. Xem thông báo khẩn để biết cách chuẩn bị ạ.
15 17:41 head8 >p-kham | Người 38 tuổi mà mẹ bị tiểu đường có được khám không cô Diệp
15 17:46 tram-y-te >p-kham | Được bác nhé, có yếu tố gia đình thì từ 35 tuổi vẫn nhận
15 18:02 head17 >p-kham | Trên này xa, 7h30 không kịp xe đâu
15 18:06 tram-y-te >p-kham !edited | Trạm khám đến 11 giờ. Tổ 17 ghép xe với tổ 11, xe của phường đón ở cầu treo lúc 7 giờ ạ
14 12:30 tram-y-te | Sáng nay trạm khám được 214 người, phát hiện 19 người đường huyết cao cần đi viện kiểm tra. Cảm ơn các tổ trưởng đã báo rất nhanh 🙏
14 12:41 official | Đợt trước giấy về sát ngày chỉ được hơn 70 người. Cảm ơn bà con và các tổ.
14 13:05 ong-tu | cam on tram y te
12 08:00 hue13 #p-gop-y | Tôi góp ý thật: lịch xe rác của phường thay đổi mà báo chậm, tổ tôi hai lần đem rác ra lại phải đem vào. Đề nghị báo trước một ngày.
12 08:30 van-phong >p-gop-y | Góp ý của chị đúng ạ. Từ tuần này lịch thay đổi sẽ báo trước 17 giờ ngày hôm trước trên kênh Thông báo.
12 08:33 hue13 >p-gop-y | Vâng tôi cảm ơn
10 16:00 van-phong | Cắt nước đường Bờ Sông từ 8 giờ đến 16 giờ ngày mai, tổ 12, 13 và một phần tổ 14. Chi tiết ở kênh Thông báo.
9 18:35 van-phong | Nước đã có lại từ 18h20. Sự cố mối nối nên chậm hơn 2 tiếng, đơn vị cấp nước xin lỗi bà con.
8 15:20 mai12 | Cuối tuần trạm phát thuốc tẩy giun cho trẻ 2 đến 5 tuổi, các mẹ nhớ đưa con ra nhé
7 09:40 khanh13 #p-lua | Cảnh báo: sáng nay có số lạ gọi người già tổ 13 xưng công an, bắt bấm link sửa căn cước và đọc mã 6 số. Bà con TUYỆT ĐỐI không làm theo.
7 09:52 cong-an-phuong >p-lua | Xác nhận đây là thủ đoạn lừa đảo. Công an không làm việc qua điện thoại, không gửi đường dẫn, không hỏi mã OTP. Ai lỡ bấm hoặc chuyển tiền: khóa ngay tài khoản ngân hàng rồi ra trụ sở, càng sớm càng tốt.
7 10:15 head5 >p-lua | Tổ 5 hôm qua 2 nhà bị gọi
7 10:18 head3 >p-lua | Tổ 3 cũng 1 nhà, nó biết cả tên với địa chỉ mới sợ
7 10:30 kien12 #p-nghi-ngo >p-lua | Chắc gì đã lừa đảo, có khi công an tỉnh gọi thật, các bác cứ làm quá lên
7 10:36 tech-linh >p-nghi-ngo | Dạ không đâu anh ạ, có anh Tùng xác nhận ở trên rồi. Nguyên tắc là ai hỏi mã OTP đều không đọc
7 10:45 phuong9 >p-lua | Em in ra giấy dán ở chợ cho các bà các cô đọc nhé
7 10:47 cong-an-phuong >p-lua | Cảm ơn chị Phượng, phường có mẫu in sẵn ở Một cửa chị qua lấy
6 19:15 head4 | Ai đánh rơi chùm chìa khóa xe máy có móc hình con trâu ở cổng chợ không ạ, em đang giữ
6 19:40 thao1 | Của bố em! Em cảm ơn cô Nga, tối em qua ạ
5 10:30 official | Sáng nay 17/17 tổ ra quân vệ sinh môi trường, hơn 600 người tham gia. Cảm ơn bà con.
5 10:34 head15 | Bãi bồi tổ 15 sạch bóng 💪
4 08:20 resident12 #p-vneid | Cho em hỏi VNeID của mẹ em báo sai ngày sinh thì sửa ở đâu ạ, mẹ em đi lại khó
4 08:31 tech >p-vneid | Chị ra Công an phường mang giấy khai sinh và căn cước của bác nhé. Bác đi lại khó thì báo, phường có lịch đến tận nhà ạ
4 08:33 cong-an-phuong >p-vneid | Chiều thứ Năm chúng tôi đi tổ 12 làm cho 3 cụ, chị nhắn địa chỉ qua tổ trưởng, tôi ghé luôn
4 08:35 resident12 | Tuyệt vời quá ạ, em cảm ơn anh
2 21:50 head16 #p-karaoke | Quán hát loa kéo gần bệnh viện hôm nay lại mở quá 22 giờ, bệnh nhân không ngủ được. Đề nghị chủ quán giữ đúng cam kết ạ
2 21:56 kien12 #p-chui >p-karaoke | Người ta làm ăn đóng thuế đàng hoàng, mấy ông rỗi việc chỉ giỏi kêu. Không chịu được thì dọn lên rừng mà ở, đồ già lẩm cẩm
2 22:01 head16 >p-chui | Chú ăn nói cho cẩn thận, tôi nói chuyện đúng quy định
2 22:04 moderator | Đã muộn rồi, mong mọi người dừng ở đây. Chuyện tiếng ồn anh Tùng nắm rồi, còn lời lẽ tổ điều hành sẽ xem theo báo cáo.
2 22:10 cong-an-phuong >p-karaoke | Tôi đã nhắc chủ quán, quán đã tắt loa. Vi phạm lần nữa sẽ lập biên bản.
1 08:05 van-xa | Tuần tới phường rà soát hộ nghèo, hộ cận nghèo. Cán bộ cùng tổ trưởng đến tận nhà, không thu một khoản tiền nào. Ai thu tiền là sai, báo ngay cho tôi.
1 12:20 quang12 #p-quang-cao | THANH LÝ gấp điện thoại trả góp 0 đồng, duyệt hồ sơ 5 phút chỉ cần ảnh căn cước hai mặt, nhắn em gửi link nhé cả nhà
1 12:32 tech-hoa >p-quang-cao | Anh Quảng ơi có phải anh nhắn không ạ? Mọi người đừng gửi ảnh căn cước cho ai nhé
1 12:50 resident12 >p-quang-cao | Chết rồi chồng em bảo không phải anh ấy gửi, chắc máy bị ai lấy mất tài khoản rồi 😰
1 12:55 tech-hoa | Chị bảo anh ấy vào Cài đặt, đăng xuất khỏi các thiết bị khác ngay, chiều em qua xem giúp
0 06:30 van-phong | Sáng nay Bộ phận Một cửa làm việc bình thường từ 7h30. Bà con đến chứng thực nhớ mang bản chính ạ.
`,
);
