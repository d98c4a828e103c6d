/** What people say in a ward, third part: offices, associations, heads; and what fits everywhere. Written as in phrases.everyday.ts. */
export const work = `
# internal @head
? Đề nghị các tổ báo số nhà tham gia tổng vệ sinh trước {clock}
? Các bác mở danh sách chưa nhận thông báo, gõ cửa giúp phường trước {clock} tối nay
? Tuần tới rà soát {paper}, các bác chuẩn bị danh sách hộ
? Các tổ nhắc treo cờ, nhà neo đơn thì cử người treo giúp
? Báo phường: tổ tôi có nhà {person} cháy bếp, cần hỗ trợ {money}
- Tổ {group}: {m} nhà
- Tổ {group} đủ
- Tổ {group} còn {n} nhà, đi ngay
- Rõ ạ
- Tổ {group} có {n} hộ chỗ không sóng, vẫn phải giấy
- Nhận
- Bác {group} nghỉ ốm, tổ tôi trông giúp
- Số liệu tôi gửi trên máy rồi
- Xin in thêm {m} tờ
- Đến {clock}: {m}% số hộ đã nhận, cảm ơn các bác
# sector
? Các em lưu ý hồ sơ {paper} hay thiếu bản điện tử, thiếu thì báo dân bổ sung trong ngày
? Sáng nay {m} lượt, người chờ lâu nhất {n} phút
? Mẫu đơn {paper} đã đổi, bỏ mẫu cũ ở khay số {n} nhé
? Máy quét số {n} kẹt giấy, ai gọi sửa giúp
? Mai tôi đi tổ {group} làm {paper} cho các cụ tại nhà, quầy nhờ các em
? Lịch trực tuần này: tôi {part} {weekday}, ai đổi báo sớm
- Vâng chị, em thay rồi
- Em trực {part} được ạ
- Rõ anh
- Hồ sơ {paper} của nhà {person} xong chưa ạ
- Trễ {n} ngày, em xin lỗi dân rồi
- Cập nhật cả mã QR ở bàn nhé
- Tuần này tồn {n} hồ sơ
- Em gửi danh sách, không đăng tên ai lên đây
- Có mã lấy số nên trật tự hẳn
- Đồng ý, phát thông báo đi
# sector
? Lịch tuần tra: tổ {group} {weekday}, mọi người có mặt ở {place} lúc {clock}
? {n} cháu nẹt pô ở {place} đêm qua, đã gọi gia đình đến đón
? Điều tra viên kiểm tra phiếu điện tử giúp, tổ {group} thiếu {n} hộ
? Nhắc cộng tác viên đi diệt bọ gậy tổ {group} {part} {weekday}
- Rõ
- Tổ {group} xong {m} hộ
- Em đi cùng {person}
- Phiếu báo lỗi, không gửi được
- Để tôi bổ sung
- Có mặt
- Chốt đến {clock} rồi về
- Phát được {m} liều ạ
# association
? Sinh hoạt chi hội {clock} {weekday} ở {place}, các chị em sắp xếp nhé
? Vay vốn chính sách làm {crop}, ai có nhu cầu đăng ký với chi hội trước {weekday}
? Hội đi thăm {person} nằm viện, góp quà gửi {other} ạ
? Tập huấn bán hàng trên mạng {part} {weekday}, mang điện thoại theo
? Ngày {date} hiến máu ở {place}, ai đủ sức khỏe đăng ký
- Em đăng ký
- Cần giấy tờ gì hả chị
- Em góp {money}
- Căn cước với xác nhận cư trú thôi
- Nhà em bận gặt, xin phép vắng
- Có mặt
- Em mang {goods} làm quà
- Lần trước đi {n} người, vui lắm
- Cảm ơn hội đã quan tâm
- Ảnh em gửi sau nhé
# association residential
? {crop} nhà em bị {pest}, các bác xem phun gì
? Giống {crop} vụ này lấy ở đâu tốt ạ
? Lịch lấy nước ruộng: ngày chẵn xóm trên, ngày lẻ xóm dưới
? Thương lái trả {crop} {price} một cân, bán chưa các bác
? Gặt xong nhà nào cho mượn {tool} một buổi
- Phun chiều mát, đeo khẩu trang
- Chờ khuyến nông lên xem đã
- Nhà {person} cũng bị, nửa đồi
- {price} thì chưa bán, chờ thêm
- Vỏ chai thuốc gom lại đừng vứt xuống suối
- Ngắt ổ trứng đem đốt trước
- Em đi cày thuê, {money} một sào
- Được mùa thì mất giá
- Nước về ruộng rồi 🌾
- {tool} nhà tôi rảnh {weekday}
# commune @head
? Thông báo đã đăng ở kênh Thông báo, bà con xem và bấm đã nắm giúp phường
? Cắt nước đường {road} từ {clock} mai, tổ {group} và một phần tổ lân cận
? Phường tiếp công dân {part} {weekday} tại trụ sở, ai có ý kiến mời đến
? Cảnh báo giả danh {scam} gọi điện, bà con tuyệt đối không đọc mã
? Hôm nay {group}/17 tổ ra quân vệ sinh, cảm ơn bà con
- Đã nắm ạ
- Tổ {group} rõ
- Báo sớm thế này tốt quá
- Cho hỏi tổ {group} có bị cắt không ạ
- Không ạ, chỉ đường {road} thôi
- Lịch thay đổi mong phường báo trước một ngày
- Góp ý đúng ạ, chúng tôi tiếp thu
- Nhà tôi ở xa, có làm trên mạng được không
- Được bác nhé, các cháu tổ công nghệ giúp
- Cảm ơn cán bộ
# association
? Tối nay ai đi {dance} ở {place}?
? Cần {n} bạn dựng sân khấu {part} {weekday}, ai đi thả tim
? Đội hình số cộng đồng đi tổ {group} giúp các cụ, cần {n} bạn có xe
? Vẽ tranh tường đường {road} cuối tuần, bạn nào khéo tay
- ❤️
- Em đi
- Em lo âm thanh
- Em vẽ được, rủ thêm bạn lớp {class}
- Đoàn lo tiền sơn nhé
- Có mặt 🙋
- Bận thi, lần sau ạ
- Xong rồi, đẹp lắm
- Chụp ảnh gửi {person} đăng trang nhé
`;

/** What fits anywhere. */
export const anywhere =
  `Vâng ạ|Dạ em cảm ơn|Cảm ơn {person} nhé|Ok ạ|Đồng ý|👍|❤️|Hay quá|Nhà em cũng thế|Để em hỏi xem|Rõ ạ|Em xem rồi|Thế ạ|Đúng rồi đấy|Chuẩn luôn|Cảm ơn cả nhà|Dạ vâng|Em nhờ {person} với ạ|Mai em qua|Tối em về em xem|Chưa thấy gì ạ|Ở đâu thế {person}|Bao giờ ạ|Mấy giờ ạ|😄|😂|🙏|👏👏|Có ai biết không ạ|Em ở ngõ {alley} đây|Tôi nhất trí|Phải thế chứ|Khổ quá|May quá|Thôi kệ đi|Nói {person} một tiếng nhé|Hôm qua em cũng gặp|Cho em theo với|Ghi tên em nhé|Đã nhận|Tuyệt vời|Bác nói đúng|Cháu chào bác|Chúc cả nhà vui|Ừ|Được rồi|Xong rồi nhé|Gọi em số cũ ạ|Em nhắn riêng nhé|Nhà số {house} đường {road} ạ|Em hỏi {other} rồi|Chờ tí ạ|Mưa rồi|Nắng quá|Em đi làm về mới đọc`.split(
    '|',
  );

/** How one calls the others before coming to the matter. */
export const calls =
  `Cả nhà ơi|Các bác ơi|Bà con ơi|Mọi người ơi|Dạ|À|Ơ|Thưa các bác|Em nói thêm|Theo em thì|Nói thật|Hôm qua {person} bảo|Sáng nay|Trưa nay|Tối qua|Nghe {other} nói|Như năm ngoái|Lần trước cũng thế|Các cụ ơi|Cô bác ơi`.split(
    '|',
  );

/** What one adds after the matter. */
export const asides =
  `Ai rảnh qua {place} giúp em|Nhà em số {house} đường {road}|Gọi em sau {clock} nhé|Hỏi {other} cũng được|Em ở ngõ {alley}|Có gì nhắn {person} giúp em|{part} {weekday} em mới về|Tầm {clock} nhé|Ở {place} cũng có|Từ {weekday} tuần trước rồi|Hết khoảng {money}|Chắc {n} hôm nữa|Em hỏi ở {place} rồi, chưa rõ|Nhà {person} cũng biết đấy|Cách {place} mấy bước thôi|Em gửi {other} cầm hộ|{person} với {other} đi cùng cho vui|Ai có {tool} mang theo nhé|Xong em nấu {dish} mời cả nhà|Tiện ghé {place} luôn|Nhà nào có trẻ con thì để ý|Đợt trước {m} nhà tham gia|Con em học {school} cũng bảo thế|Tổ {group} họ làm rồi|Đừng quên đấy|Em nói trước thế|Xin ý kiến cả nhà|Mong bà con thông cảm`.split(
    '|',
  );
