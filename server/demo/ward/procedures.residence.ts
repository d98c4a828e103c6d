import type { ProcedureBody } from '../../../shared/procedures.ts';
import { CHECKED_AT, POLICE, POLICE_DESK, SOURCE } from './procedures.common.ts';

const FIELD = 'Đăng ký, quản lý cư trú';
const FORM = 'Mẫu CT01 – Tờ khai thay đổi thông tin cư trú';
const RESIDENCE_LAW = [
  'Luật Cư trú số 68/2020/QH14',
  'Nghị định số 154/2024/NĐ-CP quy định chi tiết Luật Cư trú',
  'Thông tư số 55/2021/TT-BCA, sửa đổi bởi Thông tư số 66/2023/TT-BCA',
  'Thông tư số 75/2022/TT-BTC về lệ phí đăng ký cư trú',
];

export const residence: ProcedureBody[] = [
  {
    code: '1.004222',
    name: 'Đăng ký thường trú',
    decisionNumber: 'Quyết định mẫu số 03/QĐ-SC (cư trú)',
    level: 'commune',
    field: FIELD,
    applicants: ['Công dân có chỗ ở hợp pháp tại phường', 'Người về ở với cha mẹ, vợ chồng, con, người thân'],
    steps: [
      'Nộp mẫu CT01 cùng giấy tờ về chỗ ở hoặc quan hệ tại Công an phường, hoặc trực tuyến.',
      'Cán bộ kiểm tra, tra cứu trên Cơ sở dữ liệu quốc gia về dân cư; thiếu thì hướng dẫn bổ sung một lần.',
      'Công an phường có thể kiểm tra thực tế chỗ ở.',
      'Cập nhật nơi thường trú mới và thông báo kết quả; nơi cũ được xóa tự động, không phải về quê xin giấy.',
    ],
    channels: [
      { form: 'in_person', timeLimit: '07 ngày làm việc', fee: '20.000 đồng/lần' },
      { form: 'online', timeLimit: '07 ngày làm việc', fee: '10.000 đồng/lần' },
    ],
    documents: [
      { name: 'Tờ khai thay đổi thông tin cư trú', originals: 1, copies: 0, form: FORM },
      { name: 'Giấy tờ chứng minh chỗ ở hợp pháp (nhà của mình)', originals: 0, copies: 1, form: null },
      {
        name: 'Giấy tờ chứng minh quan hệ, khi về ở nhà người thân và không tra cứu được',
        originals: 0,
        copies: 1,
        form: null,
      },
      {
        name: 'Hợp đồng thuê, mượn, ở nhờ và ý kiến đồng ý của chủ nhà (nhà thuê, mượn)',
        originals: 1,
        copies: 0,
        form: null,
      },
    ],
    agencies: [
      { role: 'decides', name: POLICE },
      { role: 'executes', name: POLICE },
    ],
    place: POLICE_DESK,
    result: 'Thông báo kết quả giải quyết, nơi thường trú được cập nhật trên cơ sở dữ liệu và VNeID',
    conditions: 'Có chỗ ở hợp pháp hoặc thuộc diện về ở cùng người thân; chủ hộ, chủ nhà đồng ý.',
    legalBasis: RESIDENCE_LAW,
    keywords: ['thường trú', 'nhập hộ khẩu', 'nhập khẩu', 'chuyển khẩu', 'CT01', 'hộ khẩu cho con'],
    portalCode: '1.004222',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
  {
    code: '1.004194',
    name: 'Đăng ký tạm trú',
    decisionNumber: 'Quyết định mẫu số 03/QĐ-SC (cư trú)',
    level: 'commune',
    field: FIELD,
    applicants: [
      'Người đến ở phường từ 30 ngày trở lên để học tập, lao động hoặc việc khác',
      'Chủ nhà trọ đăng ký giúp',
    ],
    steps: [
      'Nộp mẫu CT01 và giấy tờ về chỗ ở hợp pháp tại Công an phường, hoặc trực tuyến.',
      'Cán bộ kiểm tra hồ sơ, có phiếu tiếp nhận; thiếu thì hướng dẫn bổ sung.',
      'Cập nhật nơi tạm trú và thời hạn vào cơ sở dữ liệu, báo kết quả.',
      'Gia hạn: làm trong 15 ngày trước ngày hết hạn tạm trú.',
    ],
    channels: [
      { form: 'in_person', timeLimit: '03 ngày làm việc', fee: '15.000 đồng/lần' },
      { form: 'online', timeLimit: '03 ngày làm việc', fee: '7.000 đồng/lần' },
    ],
    documents: [
      { name: 'Tờ khai thay đổi thông tin cư trú', originals: 1, copies: 0, form: FORM },
      {
        name: 'Giấy tờ về chỗ ở hợp pháp (hợp đồng thuê, mượn, ở nhờ…)',
        originals: 0,
        copies: 1,
        form: null,
      },
    ],
    agencies: [
      { role: 'decides', name: POLICE },
      { role: 'executes', name: POLICE },
    ],
    place: POLICE_DESK,
    result: 'Thông báo kết quả, nơi tạm trú được cập nhật (tối đa 02 năm, gia hạn được nhiều lần)',
    conditions: 'Ở ngoài nơi thường trú từ 30 ngày. Trẻ em đi cùng phải được đăng ký cùng cha mẹ.',
    legalBasis: RESIDENCE_LAW,
    keywords: ['tạm trú', 'gia hạn tạm trú', 'thuê trọ', 'nhà trọ', 'KT3', 'CT01'],
    portalCode: '1.004194',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
  {
    code: '1.010041',
    name: 'Xác nhận thông tin về cư trú',
    decisionNumber: 'Quyết định mẫu số 03/QĐ-SC (cư trú)',
    level: 'commune',
    field: FIELD,
    applicants: ['Công dân có yêu cầu xác nhận thông tin cư trú của mình'],
    steps: [
      'Trước hết xem VNeID: nhiều nơi chấp nhận thông tin trên ứng dụng, không cần giấy.',
      'Nếu nơi nhận cần giấy: nộp mẫu CT01, ghi rõ nội dung cần xác nhận và nơi cần nộp.',
      'Công an cấp xã tra cứu; thông tin chưa có trên cơ sở dữ liệu thì xác minh.',
      'Nhận giấy CT07, bản giấy hoặc bản điện tử.',
    ],
    channels: [
      {
        form: 'in_person',
        timeLimit: '01 ngày làm việc; cần xác minh thì 03 ngày làm việc',
        fee: 'Miễn phí',
      },
      { form: 'online', timeLimit: '01 ngày làm việc; cần xác minh thì 03 ngày làm việc', fee: 'Miễn phí' },
    ],
    documents: [{ name: 'Tờ khai thay đổi thông tin cư trú', originals: 1, copies: 0, form: FORM }],
    agencies: [
      { role: 'decides', name: POLICE },
      { role: 'executes', name: POLICE },
    ],
    place: POLICE_DESK,
    result: 'Xác nhận thông tin về cư trú (mẫu CT07)',
    conditions: 'Làm được ở cơ quan đăng ký cư trú bất kỳ, không phụ thuộc nơi thường trú.',
    legalBasis: RESIDENCE_LAW,
    keywords: ['CT07', 'xác nhận cư trú', 'giấy xác nhận cư trú', 'thay sổ hộ khẩu', 'nơi ở'],
    portalCode: '1.010041',
    source: SOURCE,
    checkedAt: CHECKED_AT,
  },
];
