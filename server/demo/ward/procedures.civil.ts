import type { ProcedureBody } from '../../../shared/procedures.ts';
import { CHECKED_AT, DESK, SOURCE, WARD } from './procedures.common.ts';

const FIELD = 'Hộ tịch';
const SAME_DAY = 'Trong ngày làm việc; nhận sau 15 giờ thì trả kết quả vào ngày làm việc tiếp theo';
const CIVIL_LAW = [
  'Luật Hộ tịch số 60/2014/QH13',
  'Nghị định số 123/2015/NĐ-CP quy định chi tiết Luật Hộ tịch',
  'Nghị định số 87/2020/NĐ-CP về cơ sở dữ liệu hộ tịch điện tử, đăng ký hộ tịch trực tuyến',
  'Nghị định số 120/2025/NĐ-CP về phân định thẩm quyền của chính quyền địa phương 02 cấp',
];

export const civil: ProcedureBody[] = [
  {
    code: '1.001193',
    name: 'Đăng ký khai sinh',
    decisionNumber: 'Quyết định mẫu số 01/QĐ-SC (hộ tịch)',
    level: 'commune',
    field: FIELD,
    applicants: ['Cha, mẹ', 'Ông, bà hoặc người thân thích khác', 'Người, tổ chức đang nuôi dưỡng trẻ em'],
    steps: [
      'Người yêu cầu nộp tờ khai và giấy chứng sinh tại Bộ phận Một cửa, hoặc nộp trực tuyến trên Cổng Dịch vụ công.',
      'Công chức tư pháp – hộ tịch kiểm tra hồ sơ; nếu thiếu thì hướng dẫn bổ sung ngay một lần bằng phiếu.',
      'Nếu hồ sơ đủ và đúng, công chức ghi vào Sổ đăng ký khai sinh, lấy số định danh cá nhân cho trẻ.',
      'Người yêu cầu kiểm tra kỹ từng thông tin, ký vào sổ; Chủ tịch UBND phường ký giấy khai sinh.',
      'Nhận bản chính giấy khai sinh và số bản sao trích lục đã yêu cầu.',
    ],
    channels: [
      { form: 'in_person', timeLimit: SAME_DAY, fee: 'Miễn phí khi đăng ký đúng hạn' },
      { form: 'online', timeLimit: SAME_DAY, fee: 'Miễn phí khi đăng ký đúng hạn' },
      {
        form: 'post',
        timeLimit: SAME_DAY,
        fee: 'Miễn phí khi đăng ký đúng hạn; cước bưu chính theo bảng giá',
      },
    ],
    documents: [
      {
        name: 'Tờ khai đăng ký khai sinh',
        originals: 1,
        copies: 0,
        form: 'Tờ khai đăng ký khai sinh (mẫu của Bộ Tư pháp)',
      },
      {
        name: 'Giấy chứng sinh; nếu không có thì văn bản của người làm chứng hoặc giấy cam đoan về việc sinh',
        originals: 1,
        copies: 0,
        form: null,
      },
      { name: 'Giấy tờ tùy thân của người yêu cầu (xuất trình)', originals: 1, copies: 0, form: null },
      {
        name: 'Giấy chứng nhận kết hôn của cha mẹ, nếu chưa tra cứu được trên cơ sở dữ liệu (xuất trình)',
        originals: 1,
        copies: 0,
        form: null,
      },
    ],
    agencies: [
      { role: 'decides', name: WARD },
      { role: 'executes', name: 'Công chức tư pháp – hộ tịch' },
      { role: 'coordinates', name: 'Công an phường Sông Cầu; Bảo hiểm xã hội (khi làm liên thông)' },
    ],
    place: DESK,
    result: 'Giấy khai sinh (bản chính), có số định danh cá nhân',
    conditions: 'Đăng ký trong 60 ngày từ ngày sinh. Quá hạn vẫn đăng ký được, có thể phải nộp lệ phí.',
    legalBasis: [
      ...CIVIL_LAW,
      'Nghị định số 63/2024/NĐ-CP về liên thông điện tử khai sinh, thường trú, thẻ BHYT',
    ],
    keywords: ['khai sinh', 'giấy khai sinh', 'trẻ mới sinh', 'chứng sinh', 'số định danh', 'đặt tên con'],
    portalCode: '1.001193',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
  {
    code: '1.000656',
    name: 'Đăng ký khai tử',
    decisionNumber: 'Quyết định mẫu số 01/QĐ-SC (hộ tịch)',
    level: 'commune',
    field: FIELD,
    applicants: [
      'Vợ, chồng, con, cha, mẹ hoặc người thân thích khác của người chết',
      'Cơ quan, tổ chức liên quan',
    ],
    steps: [
      'Người thân nộp tờ khai và giấy báo tử (hoặc giấy tờ thay thế) trong 15 ngày từ ngày có người chết.',
      'Công chức kiểm tra; trường hợp cần xác minh thì báo rõ lý do và ngày trả kết quả.',
      'Công chức ghi Sổ đăng ký khai tử, người yêu cầu ký sổ.',
      'Nhận trích lục khai tử; được hướng dẫn luôn việc xóa đăng ký thường trú và mai táng phí nếu có.',
    ],
    channels: [
      {
        form: 'in_person',
        timeLimit: `${SAME_DAY}; cần xác minh thì không quá 03 ngày làm việc`,
        fee: 'Miễn phí khi đăng ký đúng hạn',
      },
      {
        form: 'online',
        timeLimit: `${SAME_DAY}; cần xác minh thì không quá 03 ngày làm việc`,
        fee: 'Miễn phí khi đăng ký đúng hạn',
      },
    ],
    documents: [
      {
        name: 'Tờ khai đăng ký khai tử',
        originals: 1,
        copies: 0,
        form: 'Tờ khai đăng ký khai tử (mẫu của Bộ Tư pháp)',
      },
      { name: 'Giấy báo tử hoặc giấy tờ thay giấy báo tử', originals: 1, copies: 0, form: null },
      { name: 'Giấy tờ tùy thân của người yêu cầu (xuất trình)', originals: 1, copies: 0, form: null },
    ],
    agencies: [
      { role: 'decides', name: WARD },
      { role: 'executes', name: 'Công chức tư pháp – hộ tịch' },
    ],
    place: DESK,
    result: 'Trích lục khai tử (bản chính)',
    conditions:
      'Nộp tại UBND cấp xã nơi cư trú cuối cùng của người chết; không rõ nơi cư trú thì nơi người đó chết.',
    legalBasis: CIVIL_LAW,
    keywords: ['khai tử', 'báo tử', 'trích lục khai tử', 'mai táng', 'người mất'],
    portalCode: '1.000656',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
  {
    code: '1.000894',
    name: 'Đăng ký kết hôn',
    decisionNumber: 'Quyết định mẫu số 01/QĐ-SC (hộ tịch)',
    level: 'commune',
    field: FIELD,
    applicants: ['Công dân Việt Nam cư trú trong nước: nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi'],
    steps: [
      'Hai bên khai chung một tờ khai; nộp trực tiếp hoặc khai trước trên Cổng Dịch vụ công.',
      'Công chức kiểm tra hồ sơ và điều kiện kết hôn, tra cứu tình trạng hôn nhân trên cơ sở dữ liệu.',
      'Nếu cần xác minh thì thời gian không quá 05 ngày làm việc, có phiếu hẹn.',
      'Cả hai bên cùng có mặt, ký sổ và ký giấy chứng nhận; UBND phường trao cho mỗi bên một bản chính.',
    ],
    channels: [
      {
        form: 'in_person',
        timeLimit: 'Trong ngày làm việc; cần xác minh thì không quá 05 ngày làm việc',
        fee: 'Miễn phí',
      },
      {
        form: 'online',
        timeLimit: 'Trong ngày làm việc; cần xác minh thì không quá 05 ngày làm việc; vẫn phải đến ký nhận',
        fee: 'Miễn phí',
      },
    ],
    documents: [
      {
        name: 'Tờ khai đăng ký kết hôn (hai bên khai chung)',
        originals: 1,
        copies: 0,
        form: 'Tờ khai đăng ký kết hôn (mẫu của Bộ Tư pháp)',
      },
      { name: 'Giấy tờ tùy thân của hai bên (xuất trình)', originals: 1, copies: 0, form: null },
      {
        name: 'Giấy xác nhận tình trạng hôn nhân của bên không đăng ký thường trú tại phường, nếu không tra cứu được',
        originals: 1,
        copies: 0,
        form: null,
      },
    ],
    agencies: [
      { role: 'decides', name: WARD },
      { role: 'executes', name: 'Công chức tư pháp – hộ tịch' },
    ],
    place: DESK,
    result: 'Giấy chứng nhận kết hôn, mỗi bên một bản chính',
    conditions: 'Hai bên tự nguyện, đủ tuổi, không thuộc trường hợp cấm kết hôn; cả hai phải có mặt khi ký.',
    legalBasis: ['Luật Hôn nhân và gia đình số 52/2014/QH13', ...CIVIL_LAW],
    keywords: ['kết hôn', 'đăng ký kết hôn', 'giấy chứng nhận kết hôn', 'cưới', 'hôn thú'],
    portalCode: '1.000894',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
  {
    code: '1.004873',
    name: 'Cấp giấy xác nhận tình trạng hôn nhân',
    decisionNumber: 'Quyết định mẫu số 01/QĐ-SC (hộ tịch)',
    level: 'commune',
    field: FIELD,
    applicants: [
      'Công dân Việt Nam có yêu cầu xác nhận tình trạng hôn nhân của mình',
      'Người được ủy quyền hợp lệ',
    ],
    steps: [
      'Nộp tờ khai, ghi rõ mục đích sử dụng (để kết hôn, để mua bán nhà đất…).',
      'Người đã ly hôn hoặc có vợ, chồng đã chết thì xuất trình giấy tờ chứng minh.',
      'Công chức tra cứu cơ sở dữ liệu; người từng thường trú nơi khác có thể phải xác minh với nơi đó.',
      'Nhận giấy xác nhận, kiểm tra mục đích sử dụng ghi trên giấy.',
    ],
    channels: [
      {
        form: 'in_person',
        timeLimit: '03 ngày làm việc; phải xác minh nơi khác thì dài hơn, có phiếu hẹn',
        fee: 'Theo nghị quyết của HĐND tỉnh',
      },
      {
        form: 'online',
        timeLimit: '03 ngày làm việc; phải xác minh nơi khác thì dài hơn, có phiếu hẹn',
        fee: 'Theo nghị quyết của HĐND tỉnh',
      },
    ],
    documents: [
      {
        name: 'Tờ khai cấp giấy xác nhận tình trạng hôn nhân',
        originals: 1,
        copies: 0,
        form: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (mẫu của Bộ Tư pháp)',
      },
      {
        name: 'Bản án, quyết định ly hôn hoặc trích lục khai tử của vợ, chồng (nếu có)',
        originals: 0,
        copies: 1,
        form: null,
      },
      { name: 'Giấy xác nhận đã cấp trước đây, khi xin cấp lại', originals: 1, copies: 0, form: null },
    ],
    agencies: [
      { role: 'decides', name: WARD },
      { role: 'executes', name: 'Công chức tư pháp – hộ tịch' },
    ],
    place: DESK,
    result: 'Giấy xác nhận tình trạng hôn nhân, có giá trị 6 tháng và chỉ dùng đúng mục đích ghi trên giấy',
    conditions: 'Nộp tại UBND cấp xã nơi thường trú; không có thường trú thì nơi tạm trú.',
    legalBasis: CIVIL_LAW,
    keywords: ['độc thân', 'xác nhận độc thân', 'tình trạng hôn nhân', 'chưa kết hôn', 'mua bán nhà đất'],
    portalCode: '1.004873',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
];
