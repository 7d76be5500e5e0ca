using Xunit;

namespace NtmServerless.Spreadsheets.Tests.Registrations;

/// <summary>The empty list that communes fill in.</summary>
public sealed class TemplateTests
{
    [Fact]
    public void Template_WhenItComesBack_IsUnderstoodInEveryColumn()
    {
        using MemoryStream file = new(RosterFile.Template(Sample.Plan));
        RosterFile read = RosterFile.Read(file, Sample.Plan, cancellation: Sample.Cancellation);
        RosterRow example = Assert.Single(read.Rows);
        Assert.Empty(example.Errors());
        Assert.Empty(read.UnknownColumns);
        Assert.Equal((Audience.ExemplaryHousehold, 1975, "0912345678"), (example.Form.Audience, example.Form.BirthYear, example.Form.Phone?.Replace(" ", "", StringComparison.Ordinal)));
        VietnameseTexts texts = new();
        Assert.All(PersonField.Details.Where(f => f.Forms.HasFlag(PersonForms.List)), f => Assert.Equal(texts.Example(f), f.Of(example.Form)));
    }

    [Fact]
    public void Template_SecondSheet_HasEveryAudienceAndCommuneInWordsThatAreUnderstood()
    {
        using MemoryStream file = new(RosterFile.Template(Sample.Plan));
        Dictionary<string, object?>[] words = [.. MiniExcelLibs.MiniExcel.Query(file, useHeaderRow: true, sheetName: "Cách ghi")
            .Cast<IDictionary<string, object?>>().Select(r => new Dictionary<string, object?>(r))];
        Workbook list = new Workbook().Row("Họ và tên", "Xã", "Thành phần");
        foreach (Dictionary<string, object?> row in words) list.Row("Lý Thị Hoa", row["Xã"], row["Thành phần"]);
        RosterFile read = RosterFile.Read(list.Open(), Sample.Plan, cancellation: Sample.Cancellation);
        Assert.Equal(Enum.GetValues<Audience>(), read.Rows.Select(r => r.Form.Audience).OfType<Audience>());
        Assert.Equal(Sample.Plan.Units.Where(u => u.IsCommuneLevel).Select(u => u.Id), read.Rows.Select(r => r.Form.UnitId).OfType<string>());
    }
}
