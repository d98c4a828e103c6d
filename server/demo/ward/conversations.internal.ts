import type { SampleLine } from './sample.types.ts';
import { transcript } from './transcript.ts';

/** The heads of the residential groups, with the ward. */
export const internal: SampleLine[] = transcript(
  'to-truong/tro-chuyen',
  `
35 08:00 official | Chào các bác tổ trưởng. Từ nay phường gửi thông báo một lần là về thẳng các tổ, các bác không phải chép lại. Việc của các bác là xem nhà nào chưa nhận được thì gõ cửa giúp.
35 08:12 head1 | Thế thì nhẹ quá cô ạ
35 08:20 head17 | Khuổi Sâu 18 nhà không có sóng, vẫn phải giấy
35 08:26 van-phong | Dạ bác Páo, có tờ in sẵn và bản đọc loa, bác in ở nhà văn hóa hoặc em in gửi xe lên ạ
35 08:40 head13 | Tổ 13 có 2 cụ không dùng điện thoại thông minh, em đã ghi vào danh sách
35 08:45 head9 | Danh sách hộ của tổ 9 em đang duyệt, còn 11 nhà
33 20:15 head6 | Cho em hỏi hộ cho thuê trọ thì ghi người thuê vào hộ nào ạ
33 20:22 van-phong | Ghi hộ riêng ở cùng địa chỉ chị nhé, để thông báo còn đến được người ta
29 17:50 official #tt-vs | Thứ Bảy tổng vệ sinh toàn phường. Các tổ báo số nhà tham gia trước 10 giờ sáng hôm đó
26 09:10 head13 >tt-vs | Tổ 13: 31 nhà
26 09:12 head12 >tt-vs | Tổ 12: 36 nhà
26 09:20 head5 >tt-vs | Tổ 5: 28 nhà, ba xe rác
26 09:31 head14 >tt-vs | Tổ 14: 40 nhà
26 09:44 head2 >tt-vs | Tổ 2: 22 nhà, các hộ chợ dọn từ tối hôm trước
25 06:30 official | Đề nghị các tổ nhắc treo cờ trước 17 giờ hôm nay, nhà neo đơn thì cử người treo giúp
25 17:20 head7 | Tổ 7 đủ
25 17:25 head15 | Tổ 15 thiếu 3 lá, em đang đi mua thêm
15 17:38 official #tt-gap | GẤP: khám sàng lọc tiểu đường 7h30 sáng mai. Thông báo khẩn đã phát. Các bác mở danh sách "Chưa nhận" của tổ mình, gõ cửa trước 21 giờ tối nay giúp phường
15 17:44 head13 >tt-gap | Em còn 4 nhà, đi ngay
15 17:50 head3 >tt-gap | Tổ 3 còn 7
15 18:01 head17 >tt-gap | Tôi đánh kẻng rồi đọc loa, nhà nào cũng nghe
15 19:30 head11 >tt-gap | Nà Mới xong, 9 người đi xe phường
15 21:05 van-phong >tt-gap | Đến 21 giờ: 94% số hộ đã nhận. Cảm ơn các bác rất nhiều ạ
13 21:45 head13 | Báo phường: hai nhà tổ 13 to tiếng trên nhóm về chỗ để xe, em đã hòa giải xong, mai kẻ vạch
13 21:52 official | Cảm ơn anh Thành. Tin nhắn xúc phạm thì để tổ điều hành xử lý theo quy tắc, anh không phải tự xóa
10 15:50 van-phong | Cắt nước ngày mai: tổ 12, 13, một phần 14. Ba bác nhắn bà con trữ nước ạ
10 15:55 head12 | Nhận
10 15:56 head14 | Nhận ạ
8 09:00 head8 | Tôi đi viện một tuần, ai trông tổ 8 giúp được không
8 09:10 head6 | Em nhận giúp bác Bình, hai tổ sát nhau. Bác mau khỏe ạ
7 10:05 official | Các tổ đọc cảnh báo lừa đảo trên loa chiều nay và sáng mai, nhắc kỹ các hộ có người già
7 10:12 head4 | Vâng, em cho in dán ở cầu thang khu tập thể
3 17:45 head13 #tt-ke | Kè cuối ngõ 9 nứt khoảng 3 mét, em đã chăng dây. Đề nghị phường cho cán bộ ra xem
3 18:05 official >tt-ke | Tôi nhận. Anh Thế Anh ra xem, nếu cần thì báo lên trên ngay trong tuần
1 09:00 official | Tuần tới rà soát hộ nghèo. Các bác đi cùng cán bộ, nhắc bà con không nộp bất cứ khoản tiền nào
1 09:12 head10 | Rõ ạ
1 09:15 head16 | Vâng ạ
`,
);
