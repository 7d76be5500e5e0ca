using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace NtmServerless.Documents.Tests.Registers;

public sealed class RegisterTests
{
    [Fact]
    public void CommunicationLog_HoldsTheSpan_InTheOrderOfDays_AndAddsUp()
    {
        using OpenedDocument document = new(Samples.All["communication-log"]());
        string[][] rows = Rows(document);
        Assert.Equal(["Vườn mẫu ở xã Hợp Thành", "Kế hoạch tập huấn năm 2024"], rows[1..3].Select(r => r[4]));
        Assert.Equal(["3", "06/5/2024", "Ủy ban nhân dân xã Gia Cát", "Phát thanh, loa truyền thanh"], rows[3][..4]);
        Assert.Equal(("Cộng", "1.275"), (rows[^1][1], rows[^1][5]));
        Assert.Equal(5, rows.Length);
    }

    [Fact]
    public void Register_HasTheDecreesColumns_InTheOrderOfDates()
    {
        using OpenedDocument document = new(Samples.All["register"]());
        string[][] rows = Rows(document);
        Assert.Equal(
            [
                "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký", "Nơi nhận văn bản",
                "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ghi chú",
            ],
            rows[0]);
        Assert.Equal(["05/TB-VPĐP", "12/GM-VPĐP"], rows[1..].Select(r => r[0]));
        Assert.Equal("05/5/2024", rows[1][1]);
    }

    private static string[][] Rows(OpenedDocument document) =>
        [.. Assert.Single(document.LinedTables).Elements<TableRow>().Select(r => OpenedDocument.Cells(r).ToArray())];
}
