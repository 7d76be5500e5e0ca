using System.Text.Json;
using Xunit;

namespace NtmServerless.Functions.Tests.Registrations;

public sealed class OutsideAnswersTests
{
    [Theory]
    [InlineData("""{"1. Họ và tên":"Gúc"}""", "1. Họ và tên", "Gúc")]
    [InlineData("""{"namedValues":{"1. Họ và tên":["Gúc"]}}""", "namedValues.1. Họ và tên", "Gúc")]
    [InlineData("""{"a":{"b":{"c":"x"}}}""", "a.b.c", "x")]
    [InlineData("""{"a":{"z":1},"a.b":{"c":5502}}""", "a.b.c", "5502")]
    [InlineData("""{"a":["x","y"]}""", "a", null)]
    [InlineData("""{"a":[]}""", "a", null)]
    [InlineData("""{"a":{"b":"x"}}""", "a", null)]
    [InlineData("""{"a":"x"}""", "a.b", null)]
    [InlineData("""["a"]""", "a", null)]
    public void Find_AnAnswer(string answers, string from, string? answer)
    {
        using JsonDocument json = JsonDocument.Parse(answers);
        Assert.Equal(answer, OutsideAnswers.Find(json.RootElement, from)?.ToString());
    }

    [Theory]
    [InlineData("1980", 1980)]
    [InlineData("1980-05-12", 1980)]
    [InlineData("12/05/1980", 1980)]
    [InlineData("5/12/1980 0:00:00", 1980)]
    [InlineData("1980-05-12T00:00:00Z", 1980)]
    [InlineData("12.5.1980", 1980)]
    [InlineData("12/05-1980", null)]
    [InlineData("12/05/80", null)]
    [InlineData("khoảng 1980", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Year_OfADateOrAYear(string? answer, int? year) => Assert.Equal(year, OutsideAnswers.Year(answer));
}
