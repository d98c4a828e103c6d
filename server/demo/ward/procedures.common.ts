/** Said of every sample procedure, so that nobody takes it for the law. */
export const SOURCE =
  'Dữ liệu mẫu để trình diễn, soạn theo hiểu biết chung về thủ tục cấp xã; chưa đối chiếu. ' +
  'Trước khi dùng thật phải kiểm tra lại mã, giấy tờ, thời hạn và lệ phí với Cổng Dịch vụ công quốc gia.';

export const CHECKED_AT = '2026-01-15';

export const WARD = 'Ủy ban nhân dân phường Sông Cầu';
export const POLICE = 'Công an phường Sông Cầu';
export const DESK =
  'Bộ phận Một cửa, UBND phường Sông Cầu (từ thứ Hai đến thứ Sáu, 7h30–11h30 và 13h30–17h00)';
export const POLICE_DESK =
  'Bàn tiếp công dân, Công an phường Sông Cầu (giờ hành chính; sáng thứ Bảy trực tiếp nhận cư trú)';
