// Vietnamese without accents, for finding: "Đồng Đăng" and "dong dang" are the same.
export const fold = text => text.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
