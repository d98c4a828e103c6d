/**
 * What people say in a ward, first part: water, roads, goods, animals. `#` begins a topic with the kinds of group it is talked of in
 * (`@head`: begun by an office-holder; `m1-2`: in these months only), `?` is a way to begin, `-` an answer.
 */
export const everyday = `
# residential @head
? Thông báo tới bà con: {part} {weekday} này tổ mình tổng vệ sinh, tập trung ở {place} lúc {clock}. Mỗi nhà một người, mang theo chổi, cuốc xẻng.
? Bà con ơi {weekday} này dọn cỏ đường {road}, {clock} có mặt ở {place} ạ
? Nhắc lại: tổng vệ sinh {part} mai, {clock}. Nhà nào bận nhắn tôi một tiếng
? Sáng {weekday} khơi cống ngõ {alley}, đoạn này tắc lâu rồi, mong bà con ra đông đủ
- Nhà em có mặt ạ
- Em bận trực, vợ em đi thay nhé
- Em mang theo {tool}
- Cống đoạn nhà {person} đầy rác, phải nạo trước
- Nhà tôi góp tiền nước thôi, chân đau không ra được
- Rõ ạ
- Lần trước {m} nhà ra, lần này cố hơn nhé
- Xe rác mấy giờ qua lấy hả bác?
- Xe môi trường {clock} qua lấy, rác để thành đống đầu ngõ
- Em nấu nồi nước vối mang ra
- Xong rồi ạ, {m} nhà có mặt, sạch đẹp
# residential commune
? Nhà mình có ai mất nước không ạ? Ngõ {alley} nhà em mất từ {clock}
? Nước hôm nay đục quá các bác ạ, có ai báo công ty nước chưa
? Đường {road} lại vỡ ống nước rồi, nước chảy lênh láng
? Áp lực nước yếu quá, tầng hai không lên được, tổ {group} có bị không ạ
- Nhà em cũng mất
- Ngõ {alley} vẫn có bình thường
- Em gọi tổng đài rồi, họ bảo {clock} có lại
- Họ đang thay ống đường {road}, chịu khó chờ
- Nhà em có giếng khoan, ai cần mang can sang lấy
- Có nước rồi cả nhà ơi, xả 10 phút cho hết đục
- Cảm ơn {person}, cho em xin 2 can
- Lần nào cũng không báo trước
- Tháng này tiền nước lại tăng {money} nữa
- Bể nhà ai còn cho em xin ít rửa bát với
# residential commune
? Mất điện rồi à mọi người? Từ {clock} đến giờ
? Đèn đường ngõ {alley} cháy mấy hôm rồi, tối om, bác tổ trưởng xem giúp
? Tháng này tiền điện nhà ai tăng không ạ, nhà em tăng {money}
? Điện chập chờn quá, {appliance} nhà em chạy không nổi
- Tổ {group} cũng mất
- Nổ cầu chì trạm {place}, điện lực đang sửa
- Có điện rồi ạ
- Bóng đèn để em thay, tổ còn bóng không bác
- Kiểm tra {appliance} xem, hay là hỏng rơ le chạy cả ngày
- Vào app điện lực xem được số từng ngày đấy ạ
- Nắng nóng nhà nào cũng bật điều hòa, vượt bậc là đắt
- Rảnh em qua đo cho
- Sáng trưng rồi, cảm ơn {person}
- Em báo điện chiếu sáng rồi, mai họ lên sửa
# residential commune association
? Ai bán {goods} không ạ, em lấy {kg} cân
? Nhà em có {goods} mới về, {price} một cân, ai lấy em phần
? Hôm nay {goods} chợ bao nhiêu một cân các bác?
? Nhà em còn {kg} cân {goods}, để lâu hỏng, {price} thôi ạ
? Có ai đi chợ phiên mai gửi mua hộ em ít {goods} với
- Phần em {n} cân nhé
- {price} là đắt, tuần trước rẻ hơn
- Chợ hôm nay {price}
- Ngon không {person}, cho em lấy {n} cân ăn thử
- Em ship tận ngõ cho cả nhà ạ
- Nhà {person} ngõ {alley} có đấy, gọi mà hỏi
- Xăng lên nên cái gì cũng lên
- Hết rồi ạ, hẹn mai nhé
- {goods} nhà {other} ngon hơn, không phun thuốc
- Chiều em qua lấy
- Cân đủ không đấy 😄
# residential commune
? Nhà em lạc {animal}, cổ đeo vòng {colour}, tên {pet}, đi từ {part} qua. Ai thấy báo em với
? Có {animal} lạ vào sân nhà em ngõ {alley}, nhà ai thì sang nhận ạ
? {animal} nhà ai chạy ngoài đường {road} không rọ mõm, trẻ con sợ lắm
? Ai cho em xin con mèo con với, nhà nhiều chuột quá
- Lúc {clock} em thấy ở chỗ {place}
- Nó hiền lắm, gọi tên {pet} là vẫy đuôi
- Nhà em đang giữ một con giống thế, {person} sang xem
- Đúng nó rồi!!! Cảm ơn mọi người nhiều lắm
- Bà con nhớ chó ra đường phải xích, rọ mõm, tiêm dại đầy đủ
- Tiêm rồi bác, còn giấy đây
- Chắc sang tổ {group} rồi, hỏi bên đó xem
- Khổ thân, mong sớm tìm được
- Không thấy ở {place} ạ
# residential commune
? Đường {road} đoạn trước {place} ổ gà to quá, sáng nay có cháu ngã rồi
? Ngõ {alley} đang đổ bê tông, xe máy đi vòng lối {place} nhé bà con
? Xe tải đỗ kín đường {road}, xe cấp cứu vào kiểu gì
? Cây đổ chắn ngang ngõ {alley} sau trận gió đêm qua, ai có {tool} ra giúp với
- Em gửi ảnh cho cán bộ địa chính rồi
- Đề nghị tổ đặt cọc cảnh báo
- Vá xong rồi ạ, đi êm rồi
- Công an phường nhắc chủ xe rồi
- Em có {tool}, ra ngay
- Năm nào cũng vá, năm nào cũng hỏng
- Mưa xuống là thành ao
- Buổi tối đi chậm thôi mọi người
- {person} ngã xây xát tay, may không sao
- Cảm ơn anh em thanh niên đã dọn
# residential commune
? Ai đánh rơi {lost} ở {place} không ạ, em đang giữ
? Em làm rơi {lost} màu {colour} đoạn từ {place} về ngõ {alley}, ai nhặt được cho em xin lại, em hậu tạ ạ
? Nhặt được {lost} ở {place} lúc {clock}, ai mất đến nhà số {house} đường {road} nhận
- Của nhà em! Tối em qua ạ
- Chuyển sang nhóm phường hỏi xem
- Mô tả thêm đi em cho chắc
- Màu {colour} phải không ạ
- Nhận được rồi, cảm ơn {person} nhiều ❤️
- Người tốt việc tốt 👏
- Gửi công an phường giữ hộ cũng được
- Trong đó có giấy tờ không
# residential
? Xe rác hôm nay không vào ngõ {alley} ạ?
? Lịch thu rác tuần này đổi sang {part} {weekday} nhé bà con
? Ai đổ rác xây dựng ra {place} thế ạ, bốc mùi quá
? Từ tuần này tổ mình phân loại rác: hữu cơ riêng, tái chế riêng, xin bà con thực hiện
- Xe hỏng, mai họ vào
- Đề nghị lắp camera chỗ {place}
- Ve chai nhà nào có gom cho hội phụ nữ bán gây quỹ
- Mang ra lại mang vào hai lần rồi
- Tôi thấy xe ba gác lạ đổ lúc {clock}
- Túi ni lông đừng vứt xuống cống
- Rõ ạ, nhà em có hai thùng rồi
- Tháng này bán ve chai được {money} ủng hộ quỹ
- Bác nào giữ biển cấm đổ rác cho em xin cắm lại
# residential commune m5-9
? Mưa to quá, suối lên nhanh, nhà nào ở thấp kê đồ lên cao ạ
? Nước qua {place} chưa các bác, cháu đi làm về có qua được không
? Dự báo tối nay mưa đá, bà con che chắn mái tôn, đưa xe vào nhà
? Sạt lở taluy sau nhà {person} ngõ {alley}, đất tràn vào bếp, cần người giúp
- Nước cách vạch {colour} hai gang tay
- Cấm trẻ con ra bờ suối
- Anh em tổ an ninh ra {place} chốt rồi
- Nhà em kê xong tủ lạnh rồi
- Qua không được đâu, quay đầu đi đường {road}
- Có ai cần sơ tán thì sang nhà văn hóa, có điện có nước
- Rút rồi ạ, bùn ngập mắt cá
- Sáng mai cả tổ ra dọn bùn giúp nhà {person}
- Mọi người cẩn thận điện giật nhé
# residential commune m6-8
? Nóng quá cả nhà ơi, hôm nay {place} 38 độ à
? Quạt nhà văn hóa hỏng {n} cái, trưa các cụ ngồi nóng lắm
? Nắng thế này {crop} cháy hết
- Nhớ che cho gà không chết nóng
- Ra hồ Sen cho mát
- Bật điều hòa 27 độ thôi không cắt điện bây giờ
- Nhà em nấu chè đỗ, ai ăn sang ngõ {alley}
- Ngủ sân thượng cho mát
- Trẻ con đừng tắm suối nhé, nguy hiểm
- {person} sửa quạt được đấy
# residential commune m11-2
? Rét đậm rồi, bà con nhớ che chắn chuồng trâu bò
? Sáng nay sương muối trắng cả {place}
? Nhà nào sưởi than nhớ mở cửa, năm ngoái có nhà ngạt khí rồi đấy
? Quyên góp chăn ấm cho các cụ neo đơn, ai có gửi ở {place} ạ
- Nhà em gửi 2 cái chăn
- Trâu nhà {person} đổ rồi, tội quá
- Học sinh nghỉ học dưới 10 độ phải không ạ
- {school} thông báo nghỉ mai rồi
- Đốt than trong nhà kín là chết người đấy
- Rau chết rét hết
- Đi đường đèo sương mù nhớ bật đèn
# residential commune m1-2
? Chúc mừng năm mới cả tổ, chúc mọi nhà an khang thịnh vượng 🎉
? Bà con đăng ký gói bánh chưng chung ở {place}, mỗi nhà góp gạo với lá dong
? Chợ Tết hôm nay {goods} {price}, đào quất còn nhiều
? Tối ba mươi tổ mình hát ở {place}, mời cả nhà
- Chúc mừng năm mới ạ
- Nhà em góp {n} cân nếp
- Năm mới sức khỏe, bình an ạ
- Đào năm nay nở sớm
- Em về quê, mùng {n} mới lên, chúc cả nhà vui
- Thăm các cụ mừng thọ sáng mùng {n} nhé
- Luộc bánh thâu đêm vui quá
- Pháo nổ cấm đấy, nhà có trẻ con để ý nhé
`;
