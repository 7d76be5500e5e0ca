namespace NtmServerless.Browser.Tests.Pages;

/// <summary>A page as somebody sees it in one of its states.</summary>
/// <param name="Path">With names of <see cref="Year.SeededYear"/> in braces.</param>
internal sealed record ListedPage(Who Who, string Path)
{
    /// <summary>Name of its picture.</summary>
    public string Name => $"{Path.Trim('/').Replace('/', '_').Replace("?", "_", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)}-{Who}".TrimStart('-');
}

/// <summary>Every page of the product, in the states that look different, as a role that may see it.</summary>
internal static class PageList
{
    private static readonly string[] ClassStates =
        ["planned", "announced", "registering", "confirmed", "few", "holding", "unconfirmed", "reporting",
            "submitted", "returned", "closed", "postponed", "cancelled"];

    public static IReadOnlyList<ListedPage> All { get; } =
    [
        .. Of(Who.Villager, "/", "/tra-cuu", "/quyen-rieng-tu", "/tap-du", "/dang-nhap", "/lan-dau", "/quen-mat-khau", "/mat-khau-moi", "/khong-co-trang-nay"),
        .. ((string[])["registering", "open", "few", "announced", "holding", "closed", "postponed", "cancelled"])
            .SelectMany(s => Of(Who.Villager, $"/lop/{{{s}}}")),
        .. Of(Who.Villager, "/?xa=xa-gia-cat", "/?tim=khong+co", "/lop/{open}/dang-ky", "/lop/{closed}/dang-ky", "/lop/{registering}/dang-ky?xa=xa-gia-cat"),
        .. ((string[])["receipt", "waiting-receipt", "holding-receipt", "closed-receipt", "postponed-receipt", "cancelled-receipt"]).SelectMany(r =>
            Of(Who.Villager, $"/phieu/{{{r}}}")),
        .. ((Who[])[Who.Administrator, Who.LeadUnit, Who.Commune, Who.CultureOffice, Who.Committee]).SelectMany(who =>
            Of(who, "/can-bo", "/tai-khoan", "/can-bo/tim")),
        .. Of(Who.LeadUnit, "/can-bo/tim?q=an", "/can-bo/tim?q=khong+co+gi+ca"),
        .. Of(Who.Committee, "/can-bo/tien-do", "/can-bo/lop", "/can-bo/lop/{holding}", "/can-bo/bao-cao"),
        .. Of(Who.Administrator, "/can-bo/lop", "/can-bo/lop?tim=khong+co", "/can-bo/lop/moi", "/can-bo/truyen-thong", "/can-bo/tham-quan", "/can-bo/bao-cao",
            "/can-bo/don-vi", "/can-bo/don-vi/xa-gia-cat", "/can-bo/don-vi/xa-thanh-loa", "/can-bo/don-vi/xa-gia-cat/lien-lac",
            "/can-bo/hop-thu", "/can-bo/hop-thu?chua-doc=1&lop={few}", "/can-bo/tin-gui", "/can-bo/tai-khoan",
            "/can-bo/ngay-nghi", "/can-bo/ngay-nghi?nam=2031", "/can-bo/chia-lop",
            "/can-bo/ngon-ngu", "/can-bo/ngon-ngu/nut", "/can-bo/loi-bao", "/can-bo/loi-bao/invitation", "/can-bo/loi-bao/class-cancelled",
                "/can-bo/tai-khoan/moi", "/can-bo/tai-khoan/cac-don-vi", "/can-bo/tai-khoan/{account}", "/can-bo/nhat-ky",
            "/can-bo/quy-trinh", "/can-bo/quy-trinh/{workflow}", "/can-bo/he-thong", "/can-bo/ke-hoach", "/can-bo/ke-hoach/van-phong", "/can-bo/ke-hoach/sao-chep?nam=2025", "/can-bo/tien-do"),
        .. Of(Who.Administrator, "/can-bo/buoc-dau", "/tap-du", "/tap-du?tu=1711929600&toi=1713139200"),
        .. ClassStates.SelectMany(s => Of(Who.Administrator, $"/can-bo/lop/{{{s}}}")),
        .. Of(Who.LeadUnit, "/can-bo/lop/{planned}/thong-bao", "/can-bo/lop/{postponed}/thong-bao",
            "/can-bo/lop/{postponed}/bao-tin", "/can-bo/lop/{open}/bao-tin", "/can-bo/lop/{registering}/nhan-tin",
            "/can-bo/lop/{registering}/danh-sach",
            "/can-bo/lop/{announced}/danh-sach", "/can-bo/lop/{few}/danh-sach", "/can-bo/lop/{few}/danh-sach/{code-few}",
            "/can-bo/lop/{registering}/danh-sach/in", "/can-bo/lop/{registering}/danh-sach/phieu", "/can-bo/lop/{registering}/danh-sach/moi", "/can-bo/lop/{registering}/danh-sach/{code-registering}", "/can-bo/lop/{registering}/danh-sach/{code-registering}/phieu",
            "/can-bo/lop/{registering}/danh-sach/nhap", "/can-bo/lop/{holding}/diem-danh/1", "/can-bo/lop/{holding}/diem-danh/2", "/can-bo/lop/{closed}/diem-danh/1",
            "/can-bo/lop/{holding}/diem-danh/nhap", "/can-bo/lop/{reporting}/chu-ky/1", "/can-bo/lop/{reporting}/minh-chung", "/can-bo/lop/{holding}/minh-chung",
            "/can-bo/lop/{reporting}/bao-cao", "/can-bo/lop/{returned}/bao-cao", "/can-bo/lop/{closed}/bao-cao"),
        .. Of(Who.Administrator, "/can-bo/lop/{submitted}/bao-cao"),
        // Lists in which nothing is found say what would be there.
        .. Of(Who.Administrator, "/can-bo/don-vi?tim=khong+co", "/can-bo/nhat-ky?ai=khong+co", "/can-bo/tin-gui?tinh-trang=dropped",
            "/can-bo/quy-trinh?tinh-trang=suspended", "/can-bo/tham-quan?tim=khong+co"),
        .. Of(Who.LeadUnit, "/can-bo/hop-thu"),
        .. Of(Who.Commune, "/can-bo/lop", "/can-bo/lop/{registering}", "/can-bo/lop/{registering}/danh-sach", "/can-bo/truyen-thong"),
        .. Of(Who.CultureOffice, "/can-bo/truyen-thong", "/can-bo/truyen-thong?ky=month-2024-03", "/can-bo/truyen-thong/ghi",
            "/can-bo/truyen-thong/rut/{activity-day}/{activity}"),
        .. Of(Who.Administrator, "/can-bo/tham-quan/{planned-tour}", "/can-bo/tham-quan/{tour}", "/can-bo/tham-quan/{cancelled-tour}",
            "/can-bo/tham-quan/lap", "/can-bo/tham-quan/{tour}/thanh-vien", "/can-bo/tham-quan/{planned-tour}/viec/thong-bao", "/can-bo/tham-quan/{tour}/viec/hoan",
            "/can-bo/tham-quan/{tour}/viec/chu-tri",
            "/can-bo/bao-cao/yeu-cau", "/can-bo/bao-cao/khep-nam", "/can-bo/bao-cao/{report}/ban-in",
            "/can-bo/bao-cao/{report}", "/can-bo/bao-cao/{report}/chi-tiet", "/can-bo/bao-cao/{approved-report}", "/can-bo/bao-cao/{asked-report}",
            "/can-bo/van-ban", "/can-bo/van-ban?tim=khong+co", "/can-bo/van-ban/{document}", "/can-bo/van-ban/{withdrawn-document}", "/can-bo/van-ban/so?don-vi={document-unit}",
            "/can-bo/van-ban/so?nam=2030", "/can-bo/mau-van-ban"),
        .. Of(Who.Commune, "/can-bo/bao-cao/{asked-report}", "/can-bo/bao-cao/{asked-report}/so-lieu", "/can-bo/bao-cao/{approved-report}/so-lieu"),
        .. Of(Who.Administrator, "/can-bo/lop-don-vi-khai", "/can-bo/lop-don-vi-khai/{declared}", "/can-bo/lop-don-vi-khai/{declared}/nhan",
            "/can-bo/lop-don-vi-khai?tinh-trang=withdrawn"),
        .. Of(Who.Commune, "/can-bo/lop-don-vi-khai/khai", "/can-bo/lop-don-vi-khai/danh-sach", "/can-bo/lop-don-vi-khai/{returned-declared}",
            "/can-bo/lop-don-vi-khai/{returned-declared}/sua", "/can-bo/lop-don-vi-khai/{accepted-declared}"),
        .. Of(Who.CultureOffice, "/can-bo/bao-cao/{compiled-report}"),
        .. Of(Who.LeadUnit, "/can-bo/lop/{registering}/van-ban", "/can-bo/lop/{closed}/van-ban", "/can-bo/ban-quet"),
        .. Of(Who.Committee, "/can-bo/lop/{registering}/van-ban", "/can-bo/van-ban"),
    ];

    private static IEnumerable<ListedPage> Of(Who who, params string[] paths) => paths.Select(path => new ListedPage(who, path));
}
