import type { SampleLine } from './sample.types.ts';
import { transcript } from './transcript.ts';

export const sectors: SampleLine[] = [
  ...transcript(
    'mot-cua/tro-chuyen',
    `
34 08:00 admin | Nhóm Một cửa trao đổi nội bộ ở đây. Câu hỏi của dân thì trả lời ở mục Hỏi thủ tục để tra lại được, không trả lời riêng rồi mất ạ
34 08:12 tech-linh | Vâng chị. Tuần này em trực sáng, chị Hòa trực chiều
29 10:05 tu-phap #mc-ks | Các em lưu ý: hồ sơ khai sinh liên thông hay thiếu giấy chứng sinh bản điện tử, thấy thiếu thì báo dân bổ sung ngay trong ngày, đừng để sang hôm sau
29 10:10 tech-hoa >mc-ks | Vâng anh, em hay gặp ảnh chụp mờ, em hướng dẫn chụp lại luôn tại chỗ
28 14:20 van-xa | Mùa nhập học đông người xin trích lục khai sinh, anh Đạt cho thêm một bàn buổi chiều nhé
28 14:26 tu-phap | Được chị, từ mai em mở thêm từ 14 đến 16 giờ
23 16:50 tech | Máy quét số 2 ở quầy bị kẹt giấy, em tạm dùng điện thoại chụp, hơi chậm
23 17:05 admin | Mai có người sửa em nhé
16 09:00 dia-chinh | Hồ sơ biến động đất đai: nhớ nhắc dân kiểm tra số định danh trên giấy chứng nhận cũ, nhiều trường hợp vẫn là số chứng minh 9 số
11 11:30 tech-hoa | Sáng nay 23 lượt chứng thực, người chờ lâu nhất 25 phút. Có mã lấy số nên không ai cãi nhau 😄
11 11:34 official | Tốt. Tuần sau thử hẹn giờ trước cho người già xem.
4 15:40 tu-phap #mc-mau | Mẫu tờ khai xác nhận tình trạng hôn nhân đã đổi, bỏ mẫu cũ ở khay số 3 nhé
4 15:44 tech-linh >mc-mau | Em thay rồi ạ, cập nhật cả mã QR ở bàn
1 16:30 cong-an-phuong | Mai tôi đi tổ 12 thu hồ sơ căn cước cho các cụ, quầy cư trú nhờ các em hẹn dân sang buổi chiều
`,
  ),
  ...transcript(
    'y-te/tro-chuyen',
    `
30 08:30 tram-y-te | Tuần này các tổ có bọ gậy trong chum vại, cộng tác viên đi kiểm tra giúp trạm
30 08:41 mai12 | Dạ em đi tổ 12 và 13 ạ
15 16:55 tram-y-te #yt-kham | Vừa nhận kế hoạch khám sàng lọc tiểu đường sáng mai. Giấy đề tuần trước mà giờ mới tới. Em xin phép chị Hà phát thông báo khẩn
15 17:00 official >yt-kham | Đồng ý, phát ngay toàn phường. Tổ trưởng ai chưa xem thì gọi điện
15 17:05 van-xa >yt-kham | Tôi lo xe đón tổ 11 và tổ 17
14 13:00 tram-y-te | 214 người, 19 ca cao. Tôi lập danh sách theo dõi, không đăng tên lên nhóm nào nhé các chị em
14 13:02 mai12 | Vâng ạ, em nhắc từng nhà đi viện
8 15:00 tram-y-te | Thuốc tẩy giun đã về đủ, phát từ sáng thứ Bảy
5 11:30 mai12 | Tổ 12 phát được 18/20 cháu, 2 cháu ốm em hẹn lại ạ
`,
  ),
  ...transcript(
    'cong-an/tro-chuyen',
    `
33 09:00 cong-an-phuong | Anh em tổ bảo vệ an ninh trật tự nhận lịch tuần tra tháng này ở bảng dưới: tổ 13 thứ Hai, thứ Năm; tổ 15 thứ Ba, thứ Sáu
33 09:11 khanh13 | Rõ anh
33 09:13 nghia15 | Rõ ạ
17 20:20 cong-an-phuong | Tối nay anh Nghĩa chốt bãi bồi cùng tôi từ 22h30
17 20:22 nghia15 | Vâng, em rủ thêm một người
16 01:05 nghia15 | 4 cháu, đều 16 17 tuổi, đã ghi tên và gọi gia đình đến đón
13 20:05 khanh13 | Báo anh: hai nhà tổ 13 to tiếng chuyện để xe, tổ trưởng đang hòa giải, không có gì phức tạp
13 20:10 cong-an-phuong | Tốt, hòa giải được là nhất. Có gì gọi tôi
7 09:11 khanh13 #ca-lua | Có người gọi bà Lan tổ 13 giả danh công an, đòi mã OTP. Bà chưa bị gì
7 09:20 cong-an-phuong >ca-lua | Anh em đi từng tổ nhắc các cụ. Tôi ra cảnh báo chung ngay
`,
  ),
  ...transcript(
    'thong-ke/tro-chuyen',
    `
27 08:30 van-phong | Đợt rà soát số hộ, số khẩu quý này làm trên phiếu điện tử, điều tra viên kiểm tra đăng nhập giúp tôi
27 08:45 thao1 | Em vào được rồi anh ạ
27 08:52 tech-linh | Em cũng vào được, nhưng phiếu tổ 4 thiếu dãy B3
27 09:10 van-phong | Để tôi bổ sung, cảm ơn em
19 17:00 thao1 | Tổ 1 xong 138 hộ ạ
3 09:00 van-xa | Chuẩn bị rà soát hộ nghèo, xin số liệu hộ cận nghèo năm trước theo tổ
3 09:30 van-phong | Tôi gửi bản tổng hợp, không có tên người, danh sách chi tiết chị xem trên máy phường
`,
  ),
];
