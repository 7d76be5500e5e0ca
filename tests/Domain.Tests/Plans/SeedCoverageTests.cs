using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Domain.Tests.Plans;

/// <summary>
/// ke-hoach-2024.txt beside this file is the plan as it was published. Every line of it must stand verbatim in the plan file;
/// only marks of layout (stars, dashes, numbers, labels that became field names, closing marks of a list) may be gone.
/// </summary>
public sealed class SeedCoverageTests
{
    private static readonly string Strings = string.Join('\n', StringsOf(SamplePlan.Tree()));

    public static TheoryData<string> Lines() =>
    [
        .. SamplePlan.RepositoryFile("tests/Domain.Tests/Plans/ke-hoach-2024.txt").Split('\n').Select(Bare).Where(line => line.Length > 0),
    ];

    public static TheoryData<string> Phrases() =>
    [
        "263/QĐ-TTg, ngày 22/02/2022", "318/QĐ-TTg, ngày 08/3/2022", "1494/QĐ-UBND, ngày 14/9/2022", "27-NQ/HU, ngày 10/3/2021",
        "348/KH-UBND, ngày 01/11/2022", "339/KH-UBND, ngày 14/12/2023", "103/KH-UBND, ngày 13/3/2024", "25/2021/QH15 ngày 28/7/2021",
        "475/QĐ-UBND ngày 23/02/2024", "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
        "Xây dựng gia đình 5 không, 3 sạch, 3 an toàn", "Cao Lộc cùng cả nước chung sức xây dựng nông thôn mới",
        "Toàn dân chung sức xây dựng nông thôn mới", "Mỗi xã một sản phẩm (OCOP)", "khai thác tiềm năng du lịch nông thôn",
        "đào tạo nâng cao năng lực cộng đồng", "thôn nông thôn mới thông minh", "kinh tế tuần hoàn thương mại điện tử, địa chỉ số",
        "pano, áp phích", "phân đấu đạt chuẩn giai đoạn 2024 - 2025", "chuyên giao quản lý, sử dụng khai thác",
        "thu hồi Quyết định công nhận", "Kỹ năng lãnh đạo cộng đồng", "an toàn thực phẩm", "tái cơ cấu lại ngành nông nghiệp",
        "các phương tiện thông tin đại chúng", "hệ thống thông tin cơ sở", "Thường xuyên trong năm 2024", "từ 30-35 người",
        "Ban Phát triển các thôn", "Quý III/2024", "10 lớp; 50 người/ lớp", "2 lớp; 50 người/ lớp", "7 lớp; 50 người/lớp",
        "chủ trang trại và các hộ dân tiêu biểu", "thời gian cụ thể sẽ có thông báo sau", "chủ động xây dựng kế hoạch, kinh phí tự tổ chức",
        "huy động xã hội hóa từ các nguồn hợp pháp khác", "hệ thống loa phát thanh", "tích cực phát hiện, nhân rộng các điển hình",
        "hệ thống truyền thanh của xã", "C, PCVP", "Lưu: VT", "KT. TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND HUYỆN", "Nguyễn Văn Thịnh", "KH-BCĐ",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Plan_HoldsLineOfTheSeed(string line) => Assert.Contains(line, Strings, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Plan_HoldsPhraseOfTheSeed(string phrase) => Assert.Contains(phrase, Strings, StringComparison.Ordinal);

    private static string Bare(string line)
    {
        string text = line.Replace("*", "", StringComparison.Ordinal).TrimStart('#', '-', '+', ' ').TrimEnd();
        foreach (string label in (string[])["Số: /", "Đơn vị chủ trì: ", "Đơn vị phối hợp: ", "Số lượng: ", "Thành phần: ", "Thời gian thực hiện: "])
        {
            if (text.StartsWith(label, StringComparison.Ordinal))
                text = text[label.Length..];
        }

        if (text is "Nơi nhận:")
            return ""; // the label of the recipients
        if (text.StartsWith("Cao Lộc, ngày tháng 3", StringComparison.Ordinal))
            return "Cao Lộc"; // the month is a number in the file: see datedMonth
        int heading = text.IndexOf(". ", StringComparison.Ordinal);
        if (heading is > 0 and < 4 && text[..heading].All(character => char.IsAsciiDigit(character) || character is '.' or 'I' or 'V'))
            text = text[(heading + 2)..];
        return text.Trim().TrimEnd('.', ';', ':', '/');
    }

    private static IEnumerable<string> StringsOf(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => StringsOf(field.Value)),
        JsonArray items => items.SelectMany(StringsOf),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };
}
