import type { ProcedureBody } from '../../../shared/procedures.ts';
import { CHECKED_AT, DESK, SOURCE, WARD } from './procedures.common.ts';

export const economy: ProcedureBody[] = [
  {
    code: '1.001612',
    name: 'Đăng ký thành lập hộ kinh doanh',
    decisionNumber: 'Quyết định mẫu số 06/QĐ-SC (hộ kinh doanh)',
    level: 'commune',
    field: 'Thành lập và hoạt động hộ kinh doanh',
    applicants: ['Cá nhân từ đủ 18 tuổi', 'Các thành viên hộ gia đình cùng kinh doanh'],
    steps: [
      'Chọn tên hộ kinh doanh (không trùng trong phạm vi phường) và ngành nghề.',
      'Nộp giấy đề nghị tại Một cửa hoặc trực tuyến bằng tài khoản VNeID.',
      'Cơ quan đăng ký kinh doanh cấp xã kiểm tra; thiếu thì báo sửa một lần bằng văn bản.',
      'Nhận giấy chứng nhận, đồng thời có mã số thuế của hộ kinh doanh.',
      'Sau đó: liên hệ cơ quan thuế để kê khai; ngành nghề có điều kiện phải đủ giấy phép mới được bán.',
    ],
    channels: [
      { form: 'in_person', timeLimit: '03 ngày làm việc', fee: 'Theo nghị quyết của HĐND tỉnh' },
      {
        form: 'online',
        timeLimit: '03 ngày làm việc',
        fee: 'Theo nghị quyết của HĐND tỉnh; một số nơi miễn khi nộp trực tuyến',
      },
    ],
    documents: [
      {
        name: 'Giấy đề nghị đăng ký hộ kinh doanh',
        originals: 1,
        copies: 0,
        form: 'Mẫu theo Thông tư số 68/2025/TT-BTC',
      },
      {
        name: 'Biên bản họp thành viên hộ gia đình, khi nhiều thành viên cùng đăng ký',
        originals: 0,
        copies: 1,
        form: null,
      },
      {
        name: 'Văn bản ủy quyền cho một thành viên làm chủ hộ kinh doanh (nếu có)',
        originals: 0,
        copies: 1,
        form: null,
      },
    ],
    agencies: [
      { role: 'decides', name: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Sông Cầu' },
      { role: 'executes', name: WARD },
      { role: 'coordinates', name: 'Thuế cơ sở' },
    ],
    place: DESK,
    result: 'Giấy chứng nhận đăng ký hộ kinh doanh',
    conditions: 'Ngành nghề không bị cấm; địa chỉ rõ ràng; mỗi cá nhân chỉ đăng ký một hộ kinh doanh.',
    legalBasis: [
      'Nghị định số 168/2025/NĐ-CP về đăng ký doanh nghiệp',
      'Thông tư số 68/2025/TT-BTC về biểu mẫu đăng ký',
    ],
    keywords: ['hộ kinh doanh', 'giấy phép kinh doanh', 'mở quán', 'mở cửa hàng', 'bán hàng', 'mã số thuế'],
    portalCode: '1.001612',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
  {
    code: '9.000002',
    name: 'Đăng ký biến động đất đai do chuyển nhượng, tặng cho, thừa kế hoặc thay đổi thông tin',
    decisionNumber: 'Quyết định mẫu số 07/QĐ-SC (đất đai)',
    level: 'province',
    field: 'Đất đai',
    applicants: [
      'Hộ gia đình, cá nhân đang có giấy chứng nhận và có biến động',
      'Người được ủy quyền hợp lệ',
    ],
    steps: [
      'Chuyển nhượng, tặng cho, thừa kế: lập hợp đồng, văn bản có công chứng hoặc chứng thực trước.',
      'Nộp đơn đăng ký biến động trong 30 ngày từ ngày có biến động, tại Một cửa hoặc trực tuyến.',
      'Một cửa chuyển hồ sơ đến Chi nhánh Văn phòng đăng ký đất đai; có thể phải trích đo, trích lục.',
      'Nhận thông báo thuế, lệ phí; nộp qua Cổng Dịch vụ công hoặc ngân hàng.',
      'Nhận giấy chứng nhận đã chỉnh lý, hoặc giấy mới.',
    ],
    channels: [
      {
        form: 'in_person',
        timeLimit:
          'Không quá 10 ngày làm việc, không tính thời gian nộp nghĩa vụ tài chính; vùng khó khăn có thể thêm',
        fee: 'Lệ phí theo nghị quyết của HĐND tỉnh; thuế, lệ phí trước bạ theo quy định',
      },
      {
        form: 'online',
        timeLimit:
          'Không quá 10 ngày làm việc, không tính thời gian nộp nghĩa vụ tài chính; vùng khó khăn có thể thêm',
        fee: 'Lệ phí theo nghị quyết của HĐND tỉnh; thuế, lệ phí trước bạ theo quy định',
      },
    ],
    documents: [
      {
        name: 'Đơn đăng ký biến động đất đai',
        originals: 1,
        copies: 0,
        form: 'Mẫu theo Nghị định số 151/2025/NĐ-CP',
      },
      { name: 'Giấy chứng nhận đã cấp', originals: 1, copies: 0, form: null },
      {
        name: 'Hợp đồng, văn bản chuyển quyền đã công chứng, chứng thực; hoặc văn bản về thừa kế',
        originals: 1,
        copies: 0,
        form: null,
      },
      {
        name: 'Tờ khai thuế thu nhập cá nhân và lệ phí trước bạ (khi chuyển quyền)',
        originals: 1,
        copies: 0,
        form: 'Tờ khai của cơ quan thuế',
      },
    ],
    agencies: [
      { role: 'decides', name: 'Chi nhánh Văn phòng đăng ký đất đai khu vực' },
      { role: 'executes', name: 'Chi nhánh Văn phòng đăng ký đất đai khu vực' },
      { role: 'coordinates', name: `${WARD}; Thuế cơ sở` },
    ],
    place: DESK,
    result: 'Giấy chứng nhận đã xác nhận thay đổi hoặc cấp mới',
    conditions:
      'Đất không tranh chấp, không bị kê biên, còn trong thời hạn sử dụng; chữ ký đúng người có quyền.',
    legalBasis: [
      'Luật Đất đai số 31/2024/QH15',
      'Nghị định số 101/2024/NĐ-CP về đăng ký đất đai, cấp giấy chứng nhận',
      'Nghị định số 151/2025/NĐ-CP về phân định thẩm quyền trong lĩnh vực đất đai',
    ],
    keywords: [
      'đất đai',
      'sổ đỏ',
      'sang tên',
      'biến động',
      'thừa kế đất',
      'tặng cho đất',
      'chuyển nhượng',
      'mất sổ đỏ',
    ],
    portalCode: null,
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
];
