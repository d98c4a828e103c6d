import type { ProcedureBody } from '../../../shared/procedures.ts';
import { CHECKED_AT, DESK, SOURCE, WARD } from './procedures.common.ts';

const CERTIFICATION_LAW = [
  'Nghị định số 23/2015/NĐ-CP về cấp bản sao từ sổ gốc, chứng thực bản sao, chứng thực chữ ký và hợp đồng',
  'Nghị định số 280/2025/NĐ-CP sửa đổi, bổ sung Nghị định số 23/2015/NĐ-CP',
  'Thông tư số 226/2016/TT-BTC về phí chứng thực',
];

export const certification: ProcedureBody[] = [
  {
    code: '2.000815',
    name: 'Chứng thực bản sao từ bản chính',
    decisionNumber: 'Quyết định mẫu số 02/QĐ-SC (chứng thực)',
    level: 'commune',
    field: 'Chứng thực',
    applicants: ['Cá nhân, tổ chức có bản chính giấy tờ, văn bản'],
    steps: [
      'Xuất trình bản chính và bản sao cần chứng thực; chưa có bản sao thì quầy chụp giúp, trả tiền giấy.',
      'Công chức đối chiếu; bản chính bị tẩy xóa, rách nát, đóng dấu mật hoặc không rõ nguồn thì không chứng thực.',
      'Người có thẩm quyền ký, đóng dấu, ghi số chứng thực.',
      'Nộp phí và nhận bản sao; có thể yêu cầu bản sao điện tử gửi về tài khoản Dịch vụ công.',
    ],
    channels: [
      {
        form: 'in_person',
        timeLimit: 'Trong ngày làm việc; nhận sau 15 giờ hoặc số lượng nhiều thì có hẹn',
        fee: '2.000 đồng/trang, từ trang thứ ba 1.000 đồng/trang, tối đa 200.000 đồng/bản',
      },
    ],
    documents: [
      { name: 'Bản chính giấy tờ, văn bản (xuất trình, trả lại ngay)', originals: 1, copies: 0, form: null },
      { name: 'Bản sao cần chứng thực', originals: 0, copies: 1, form: null },
    ],
    agencies: [
      { role: 'decides', name: WARD },
      { role: 'executes', name: 'Công chức tư pháp – hộ tịch' },
    ],
    place: DESK,
    result: 'Bản sao được chứng thực từ bản chính (giấy hoặc điện tử)',
    conditions:
      'Không phụ thuộc nơi cư trú. Giấy tờ do nước ngoài cấp phải hợp pháp hóa lãnh sự, trừ trường hợp được miễn.',
    legalBasis: CERTIFICATION_LAW,
    keywords: ['công chứng', 'sao y', 'bản sao', 'chứng thực', 'photo công chứng', 'sao y bản chính'],
    portalCode: '2.000815',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
  {
    code: '2.000884',
    name: 'Chứng thực chữ ký trong giấy tờ, văn bản',
    decisionNumber: 'Quyết định mẫu số 02/QĐ-SC (chứng thực)',
    level: 'commune',
    field: 'Chứng thực',
    applicants: ['Cá nhân tự ký hoặc điểm chỉ vào giấy tờ, văn bản của mình'],
    steps: [
      'Mang văn bản CHƯA ký đến quầy cùng giấy tờ tùy thân; ký trước mặt người tiếp nhận.',
      'Công chức kiểm tra người yêu cầu minh mẫn, tự nguyện; văn bản không trái pháp luật.',
      'Ghi lời chứng, ký, đóng dấu, vào sổ.',
      'Nộp phí và nhận văn bản.',
    ],
    channels: [
      {
        form: 'in_person',
        timeLimit: 'Trong ngày làm việc; phức tạp thì có hẹn theo thỏa thuận',
        fee: '10.000 đồng/trường hợp',
      },
    ],
    documents: [
      { name: 'Giấy tờ, văn bản sẽ ký (chưa ký)', originals: 1, copies: 0, form: null },
      { name: 'Căn cước hoặc hộ chiếu còn hiệu lực (xuất trình)', originals: 1, copies: 0, form: null },
    ],
    agencies: [
      { role: 'decides', name: WARD },
      { role: 'executes', name: 'Công chức tư pháp – hộ tịch' },
    ],
    place: DESK,
    result: 'Giấy tờ, văn bản được chứng thực chữ ký hoặc điểm chỉ',
    conditions:
      'Phải có mặt để ký. Người không ký được thì điểm chỉ; người già yếu có thể xin chứng thực tại nhà.',
    legalBasis: CERTIFICATION_LAW,
    keywords: [
      'chứng thực chữ ký',
      'ủy quyền',
      'giấy ủy quyền',
      'sơ yếu lý lịch',
      'xác nhận lý lịch',
      'điểm chỉ',
    ],
    portalCode: '2.000884',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
];
