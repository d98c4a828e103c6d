import type { ProcedureBody } from '../../../shared/procedures.ts';
import { CHECKED_AT, DESK, SOURCE, WARD } from './procedures.common.ts';

const OFFICER = 'Công chức văn hóa – xã hội';

export const social: ProcedureBody[] = [
  {
    code: '1.001776',
    name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng',
    decisionNumber: 'Quyết định mẫu số 04/QĐ-SC (bảo trợ xã hội)',
    level: 'commune',
    field: 'Bảo trợ xã hội',
    applicants: [
      'Người khuyết tật nặng, đặc biệt nặng',
      'Người cao tuổi thuộc diện được trợ cấp (hộ nghèo không có người phụng dưỡng…)',
      'Trẻ em không có nguồn nuôi dưỡng; người đơn thân nghèo đang nuôi con',
      'Người giám hộ, người thân làm thay',
    ],
    steps: [
      'Người đề nghị hoặc người thân điền tờ khai đúng mẫu của đối tượng, nộp tại Một cửa hoặc trực tuyến.',
      'Công chức kiểm tra, tra cứu giấy xác nhận khuyết tật, quyết định hộ nghèo; không bắt nộp giấy đã có.',
      'UBND phường xem xét; trường hợp cần làm rõ thì xác minh tại tổ dân phố.',
      'Ra quyết định, hoặc trả lời bằng văn bản nêu rõ lý do nếu không đủ điều kiện.',
      'Chi trả hằng tháng qua tài khoản hoặc điểm chi trả.',
    ],
    channels: [
      { form: 'in_person', timeLimit: '10 ngày làm việc', fee: 'Miễn phí' },
      { form: 'online', timeLimit: '10 ngày làm việc', fee: 'Miễn phí' },
      { form: 'post', timeLimit: '10 ngày làm việc', fee: 'Miễn phí; cước bưu chính theo bảng giá' },
    ],
    documents: [
      {
        name: 'Tờ khai đề nghị trợ giúp xã hội theo từng nhóm đối tượng',
        originals: 1,
        copies: 0,
        form: 'Mẫu số 1a đến 1đ, Nghị định số 20/2021/NĐ-CP',
      },
      { name: 'Giấy tờ của người giám hộ, khi làm thay (xuất trình)', originals: 1, copies: 0, form: null },
      { name: 'Giấy xác nhận khuyết tật, nếu chưa tra cứu được', originals: 0, copies: 1, form: null },
    ],
    agencies: [
      { role: 'decides', name: WARD },
      { role: 'executes', name: OFFICER },
      { role: 'coordinates', name: 'Tổ trưởng tổ dân phố; Hội Người cao tuổi' },
    ],
    place: DESK,
    result: 'Quyết định hưởng, điều chỉnh hoặc thôi hưởng trợ cấp xã hội hàng tháng',
    conditions:
      'Thuộc nhóm đối tượng bảo trợ xã hội; người hưởng lương hưu, trợ cấp khác cần xem quy định về hưởng một chế độ.',
    legalBasis: [
      'Nghị định số 20/2021/NĐ-CP về chính sách trợ giúp xã hội, sửa đổi bởi Nghị định số 76/2024/NĐ-CP',
      'Luật Người cao tuổi số 39/2009/QH12',
      'Luật Người khuyết tật số 51/2010/QH12',
    ],
    keywords: ['trợ cấp xã hội', 'bảo trợ', 'khuyết tật', 'người cao tuổi', 'trợ cấp tuổi già', 'đơn thân'],
    portalCode: '1.001776',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
  {
    code: '9.000001',
    name: 'Lập danh sách cấp thẻ bảo hiểm y tế cho người được ngân sách nhà nước đóng, hỗ trợ đóng',
    decisionNumber: 'Quyết định mẫu số 05/QĐ-SC (bảo hiểm y tế)',
    level: 'commune',
    field: 'Bảo hiểm y tế',
    applicants: [
      'Người thuộc hộ nghèo, cận nghèo',
      'Trẻ em dưới 6 tuổi',
      'Người hưởng trợ cấp xã hội',
      'Người có công và thân nhân',
    ],
    steps: [
      'Người dân kiểm tra thẻ trên VNeID hoặc VssID trước; còn hạn thì không phải làm gì.',
      'Chưa có thẻ hoặc sai thông tin: khai với Một cửa hoặc tổ trưởng, xuất trình căn cước hoặc giấy khai sinh.',
      'Công chức lập danh sách theo nhóm đối tượng, gửi cơ quan bảo hiểm xã hội.',
      'Cơ quan bảo hiểm xã hội cấp mã thẻ; dùng thẻ điện tử hoặc căn cước khi đi khám.',
    ],
    channels: [
      {
        form: 'in_person',
        timeLimit: 'Khoảng 10 ngày làm việc kể cả thời gian ở cơ quan bảo hiểm',
        fee: 'Miễn phí',
      },
      {
        form: 'online',
        timeLimit: 'Khoảng 10 ngày làm việc kể cả thời gian ở cơ quan bảo hiểm',
        fee: 'Miễn phí',
      },
    ],
    documents: [
      {
        name: 'Tờ khai tham gia, điều chỉnh thông tin BHXH, BHYT',
        originals: 1,
        copies: 0,
        form: 'Mẫu TK1-TS',
      },
      { name: 'Căn cước hoặc giấy khai sinh của trẻ (xuất trình)', originals: 1, copies: 0, form: null },
      {
        name: 'Giấy tờ chứng minh đối tượng, nếu phường chưa có dữ liệu',
        originals: 0,
        copies: 1,
        form: null,
      },
    ],
    agencies: [
      { role: 'decides', name: 'Bảo hiểm xã hội cơ sở' },
      { role: 'executes', name: WARD },
      { role: 'authorised', name: 'Tổ chức dịch vụ thu BHXH, BHYT' },
    ],
    place: DESK,
    result: 'Mã thẻ bảo hiểm y tế được cập nhật, tra cứu được trên VNeID, VssID',
    conditions:
      'Đối tượng do ngân sách đóng hoặc hỗ trợ đóng; người tham gia hộ gia đình đăng ký qua tổ chức dịch vụ thu.',
    legalBasis: [
      'Luật Bảo hiểm y tế (sửa đổi, bổ sung năm 2024)',
      'Nghị định số 188/2025/NĐ-CP hướng dẫn Luật Bảo hiểm y tế',
    ],
    keywords: ['BHYT', 'bảo hiểm y tế', 'thẻ bảo hiểm', 'thẻ BHYT trẻ em', 'hộ nghèo', 'mất thẻ', 'VssID'],
    portalCode: null,
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
  {
    code: '1.011607',
    name: 'Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm',
    decisionNumber: 'Quyết định mẫu số 04/QĐ-SC (bảo trợ xã hội)',
    level: 'commune',
    field: 'Giảm nghèo',
    applicants: ['Hộ gia đình gặp khó khăn đột xuất hoặc tự thấy thuộc diện nghèo, cận nghèo'],
    steps: [
      'Chủ hộ nộp giấy đề nghị tại Một cửa hoặc nhờ tổ trưởng chuyển.',
      'Rà soát viên đến nhà chấm điểm theo phiếu; gia đình được xem và ký phiếu.',
      'Họp tổ dân phố lấy ý kiến; niêm yết, thông báo công khai kết quả trong 03 ngày làm việc.',
      'Chủ tịch UBND phường ra quyết định, hoặc trả lời bằng văn bản nêu rõ lý do.',
    ],
    channels: [
      { form: 'in_person', timeLimit: '15 ngày làm việc', fee: 'Miễn phí' },
      { form: 'online', timeLimit: '15 ngày làm việc', fee: 'Miễn phí' },
      { form: 'post', timeLimit: '15 ngày làm việc', fee: 'Miễn phí; cước bưu chính theo bảng giá' },
    ],
    documents: [
      {
        name: 'Giấy đề nghị rà soát hộ nghèo, hộ cận nghèo',
        originals: 1,
        copies: 0,
        form: 'Mẫu số 01, Quyết định số 24/2021/QĐ-TTg',
      },
    ],
    agencies: [
      { role: 'decides', name: WARD },
      { role: 'executes', name: OFFICER },
      { role: 'coordinates', name: 'Tổ trưởng và các đoàn thể ở tổ dân phố' },
    ],
    place: DESK,
    result: 'Quyết định công nhận và giấy chứng nhận hộ nghèo, hộ cận nghèo; hoặc văn bản trả lời',
    conditions:
      'Có thu nhập và mức thiếu hụt dịch vụ xã hội cơ bản theo chuẩn nghèo đang áp dụng. Không thu bất cứ khoản tiền nào.',
    legalBasis: [
      'Nghị định số 07/2021/NĐ-CP về chuẩn nghèo đa chiều',
      'Quyết định số 24/2021/QĐ-TTg về quy trình rà soát hộ nghèo, hộ cận nghèo',
    ],
    keywords: ['hộ nghèo', 'cận nghèo', 'xác nhận hộ nghèo', 'sổ hộ nghèo', 'rà soát hộ nghèo', 'vay vốn'],
    portalCode: '1.011607',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
];
