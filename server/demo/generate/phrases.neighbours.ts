/** What people say in a ward, second part: health, school, papers, feasts, quarrels. Written as in phrases.everyday.ts. */
export const neighbours = `
# residential commune association
? {part} mai trạm y tế khám {illness} và đo huyết áp miễn phí lúc {clock}, ai đi không ạ
? Lớp con em nhiều cháu bị {illness}, các mẹ để ý nhé
? Lịch tiêm {vaccine} cho trẻ: {part} {weekday} tại trạm, nhớ mang sổ
? Mẹ em đo đường huyết {n} phẩy {n}, thế có cao không các chị
- Nhịn ăn sáng, uống nước lọc được ạ
- Mang thẻ bảo hiểm hoặc căn cước
- Em chở được hai người, ai đi gọi em
- Cháu nhà em tiêm rồi, sốt nhẹ một đêm
- Hỏi trạm cho chắc, đừng tự mua thuốc
- Đông phết, đến sớm lấy số
- Bác sĩ bảo bớt ăn xôi 😄
- {person} bị cao huyết áp đấy, nhắc giúp với
- Diệt bọ gậy đi, chum vại nhà ai cũng đầy
- Khỏi rồi ạ, cảm ơn cả nhà hỏi thăm
# residential commune
? {school} báo nhận hồ sơ từ {weekday}, cần bản sao giấy khai sinh ạ
? Ai có con học lớp {class} cho em xin bài {subject} hôm nay với, con em ốm
? Sách giáo khoa lớp {class} cũ nhà ai còn cho em xin
? Cổng {school} giờ tan học tắc quá, phụ huynh đừng đỗ lòng đường
? Hội khuyến học tổ tặng quà học sinh giỏi {part} {weekday} ở {place}, các cháu mang giấy khen
- {subject} trang {m} bài {n} nhé chị
- Nhà em còn trọn bộ, chiều em đưa
- Bản sao chứng thực ra phường 10 phút là xong
- Con em tạm trú có nộp được không ạ
- Được em nhé, còn chỗ là nhận
- Cô giáo dặn mai mặc áo {colour}
- Cho em gửi cháu về cùng với, hôm nay em tăng ca
- Cháu nhà {person} giỏi quá 👏
- Học thêm ở đâu tốt hả các mẹ
- Thi xong rồi, nhẹ cả người
# residential commune sector
? Cho em hỏi làm {paper} cần những gì ạ
? Làm {paper} trên mạng được không hay phải ra phường
? VNeID của mẹ em báo lỗi, quên mật khẩu, ai giúp với
? Em nộp hồ sơ {paper} {n} ngày rồi chưa thấy kết quả
- Hỏi ở mục Hỏi thủ tục nhé, có cán bộ trả lời
- Ra Một cửa {clock} vắng, làm nhanh lắm
- Mang bản chính với căn cước
- Tổ công nghệ số ngồi ở {place} {part} {weekday}, ra đó các bạn ấy làm cho
- Đừng bấm nhiều lần kẻo khóa tài khoản
- Em làm tuần trước, {n} ngày có kết quả
- Lệ phí {price} thôi
- Người già yếu thì phường đến tận nhà đấy
- Tra mã hồ sơ trên Cổng dịch vụ công là biết
- Xong rồi ạ, cảm ơn {person}
# residential commune
? Nhà em {part} {weekday} dựng rạp cưới ở ngõ {alley}, mong bà con thông cảm
? Kính mời cả tổ {clock} {weekday} đến chung vui đám cưới cháu ở {place}
? Cụ nhà {person} mất sáng nay, viếng từ {clock}, tổ mình tập trung ở {place} đi cùng
? Nhà em mới sinh cháu, báo tin vui với cả tổ ạ
- Chúc mừng gia đình 🎉
- Loa tắt trước 22 giờ giúp nhé
- Xin chia buồn cùng gia đình
- Tổ trích quỹ {money} phúng viếng
- Để một lối cho xe đi nhé, mẹ em có lịch đi viện
- Em đến giúp nấu cỗ
- Bàn ghế của tổ ở {place}, ai cần hỏi {person}
- Cưới xong dọn sạch rồi ạ, cảm ơn bà con
- Mẹ tròn con vuông là mừng
# residential
? Xe máy nhà ai để chắn ngõ {alley} thế ạ, em không ra được
? Karaoke {clock} rồi mà vẫn ầm ầm, mai các cháu thi
? Nhà {person} cơi nới lấn ra ngõ, đề nghị tổ xem lại
? Khói đốt rác ngõ {alley} bay vào nhà em ho cả đêm
- Em xin lỗi, em dắt ngay
- Hàng xóm với nhau cả, nhẹ nhàng thôi ạ
- Ngõ chung chứ có phải sân nhà ai đâu
- Để tôi sang nói chuyện với hai nhà
- Góp ý thì được, đừng nặng lời
- Lần thứ {n} rồi chứ ít gì
- Kẻ vạch để xe là xong
- Em nhắc khách rồi ạ
- Tắt loa rồi, xin lỗi cả nhà 🙏
- Thôi cho qua đi anh em
- Họp tổ đưa ra bàn cho rõ
# residential commune
? Vừa có số lạ gọi cho bác bảo là {scam}, bắt bấm đường dẫn rồi đọc mã 6 số
? Cảnh báo: có người giả {scam} đến từng nhà thu tiền, bà con đừng đưa
? Mẹ em suýt chuyển {money} cho người xưng là {scam}
? Facebook {person} bị hack đang hỏi vay tiền, mọi người đừng chuyển nhé
- LỪA ĐẢO ĐẤY, tắt máy đi ạ
- Không ai hỏi mã OTP qua điện thoại cả
- Hôm qua cũng gọi nhà tôi, tôi bảo tôi điếc
- Báo công an phường ngay
- Nhắc các cụ ở nhà một mình giúp em
- Nó biết cả tên với địa chỉ mới sợ
- Chặn số luôn
- Đã mất tiền chưa ạ
- Chưa, may hỏi con trai trước
- Dán tờ giấy cạnh điện thoại: không đọc mã cho ai
# residential association
? {part} nay có ai đánh {sport} không, thiếu người
? Giải {sport} của phường {date}, tổ mình đăng ký đội nhé
? Đội {dance} tập lúc {clock} ở {place}, mặc áo {colour}
? Câu lạc bộ {hobby} gặp nhau {part} {weekday} ở {place}
- Có em
- Em đi, rủ thêm {person}
- Chân đau nghỉ một buổi
- Thắng {n}-1 rồi 🏆
- Cổ vũ đông vào nhé
- Sân ướt, mai đi
- Góp tiền cầu mỗi người {price}
- Em mới tập, các bác nhẹ tay
- Lịch đổi sang {weekday} ạ
# residential commune
? Có ai biết chỗ {service} uy tín trong phường không ạ
? Cần tìm người {service}, nhà em ở đường {road}
? {appliance} nhà em hỏng, kêu như xay gạo, gọi ai bây giờ
? Em nhận {service}, giá mềm cho bà con trong phường
- Hỏi {person} ngõ {alley}, làm cẩn thận lắm
- Nhà em vừa làm hết {money}
- Chỗ đường {road} đắt mà làm ẩu
- Quay video gửi lên đây xem thử
- Đăng một lần thôi nhé, ai cần họ gọi
- Chiều em qua xem cho
- Thay cái {price} là chạy
- Xong rồi, tốt phết
# residential @head
? Họp tổ {clock} tối {weekday} tại {place}, mỗi nhà một người ạ
? Thu quỹ tổ quý này {money} một hộ, nhà nào khó khăn cứ nhắn riêng tôi
? Công khai thu chi: thu {m} hộ, chi sửa {place} hết {money}, hóa đơn tôi giữ
? Tuần tới rà soát hộ nghèo, cán bộ đến từng nhà, không thu khoản tiền nào
? Bà con treo cờ từ {part} nay, cờ rách thì thay, ai thiếu qua {place} lấy
- Vâng ạ
- Nhà em nộp rồi nhé bác
- Minh bạch thế là tốt
- Em vắng, nhờ {person} họp thay
- Cho ý kiến thêm về đèn ngõ {alley}
- Nhà em treo rồi
- Bác ghi tên nhà em số {house} đường {road}
- Tán thành
- Họp mấy tiếng hả bác 😅
- Biên bản đăng lên đây cho ai vắng xem nhé
# residential commune
? Chào cả tổ buổi sáng, hôm nay trời đẹp
? Nhà em nấu {dish}, ai ăn sang ngõ {alley}
? Quán nào ngon {dish} hả mọi người
? Ảnh hoàng hôn ở {place} đẹp quá
? Cho em mượn {tool} {part} nay với ạ
- Chào bác
- {dish} đường {road} ngon, {price} một bát
- Em sang ngay 😋
- {tool} nhà em có, qua lấy nhé
- Phần em một bát
- Đẹp thật
- Ngon quá {person} ơi
- Mai trả nhé
- Chúc cả nhà ngày mới vui
`;
