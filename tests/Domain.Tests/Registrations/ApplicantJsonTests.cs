using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xunit;

namespace NtmServerless.Domain.Tests.Registrations;

/// <summary>A person in a row: as every version has written it.</summary>
public sealed class ApplicantJsonTests
{
    private const string Row = """
        {"fullName":"Hoàng Văn Páo","birthYear":1980,"sex":"Male","ethnicGroup":"Nùng","phone":"+84912345678","village":"Bản Lỏng","unitId":"xa-hai-yen","audience":"FarmOwner","organisation":"HTX Na"}
        """;

    private static readonly JsonSerializerOptions Rows = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    [Fact]
    public void Write_OfWhatWasRead_IsTheSame()
    {
        Applicant read = Read(Row);
        Assert.Equal(("Hoàng Văn Páo", 1980, "Nùng", "HTX Na", Sex.Male), (read.FullName, read.BirthYear, read.EthnicGroup, read.Organisation, read.Sex));
        Assert.Equal(Row, Written(read));
    }

    [Theory]
    [InlineData("""{"fullName":"","birthYear":0,"sex":"Female","village":"","unitId":"xa-hai-yen","audience":"Other"}""")]
    [InlineData("""{"sex":"Female","unitId":"xa-hai-yen","audience":"Other"}""")]
    public void Read_OfAnEmptiedRow_NamesNobody(string row)
    {
        Applicant read = Read(row);
        Assert.Equal((null, new CountedTraits(Sex.Female, "xa-hai-yen", Audience.Other)), (read.Personal, read.Counted));
        Assert.Equal("""{"sex":"Female","unitId":"xa-hai-yen","audience":"Other"}""", Written(read));
    }

    [Theory]
    [InlineData("null-name", """{"birthYear":1980,"sex":"Male","village":"Bản Lỏng","unitId":"xa-hai-yen","audience":"Other"}""")]
    [InlineData("text", "\"Páo\"")]
    [InlineData("year", """{"fullName":"Páo","birthYear":"x","sex":"Male","village":"Bản Lỏng","unitId":"xa-hai-yen","audience":"Other"}""")]
    [InlineData("value", """{"fullName":"Páo","birthYear":1980,"sex":"Neither","village":"Bản Lỏng","unitId":"xa-hai-yen","audience":"Other"}""")]
    public void Read_OfADamagedRow_SaysSo(string what, string row) => Assert.True(Record.Exception(() => Read(row)) is JsonException, what);

    private static Applicant Read(string row) => JsonSerializer.Deserialize<Applicant>(row, Rows)!;

    private static string Written(Applicant applicant) => JsonSerializer.Serialize(applicant, Rows);
}
