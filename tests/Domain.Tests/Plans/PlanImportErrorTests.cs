using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Domain.Tests.Plans;

public sealed class PlanImportErrorTests
{
    private const string Form = """{"id":"f","title":"Biểu mẫu","streamId":"khu-dan-cu-kieu-mau","fields":[FIELDS]}""";
    private const string Fields =
        """{"from":"ten","to":"fullName"},{"from":"nam","to":"birthYear"},{"from":"thon","to":"village"}""";

    /// <summary>Where the sample is changed, to what, and the one error that must come of it (path empty: the same).</summary>
    public static TheoryData<string, string, string, string> Breaks() => new()
    {
        { "$.id", "null", "", "plan-field-missing" },
        { "$.id", "\"Cao Lộc 2024\"", "", "plan-id-invalid" },
        { "$.id", "\"a/b\"", "", "plan-id-invalid" },
        { "$.id", "\"caoloc-2024\\n\"", "", "plan-text-control" },
        { "$.id", "7", "", "plan-text-expected" },
        { "$.year", "\"2024\"", "", "plan-number-expected" },
        { "$.year", "1999", "", "plan-number-out-of-range" },
        { "$.year", "2024.5", "", "plan-number-out-of-range" },
        { "$.year", "99999999999999999999", "", "plan-number-out-of-range" },
        { "$.colour", "\"red\"", "", "plan-field-unknown" },
        { "$.title", "\"\"", "", "plan-text-empty" },
        { "$.title", "\"   \"", "", "plan-text-empty" },
        { "$.title", "\"a\\u0000b\"", "", "plan-text-control" },
        { "$.title", "\"a\\u202Eb\"", "", "plan-text-control" },
        { "$.title", "{}", "", "plan-text-expected" },
        { "$.signedOn", "\"05/03/2024\"", "", "plan-date-invalid" },
        { "$.signedOn", "\"2024-02-30\"", "", "plan-date-invalid" },
        { "$.signedOn", "\"0001-01-01\"", "", "plan-date-out-of-range" },
        { "$.signedOn", "\"2024-04-01\"", "$.datedMonth", "plan-dated-month-differs" },
        { "$.datedMonth", "13", "", "plan-number-out-of-range" },
        { "$.number", "0", "", "plan-number-out-of-range" },
        { "$.legalBases", "\"Căn cứ\"", "", "plan-list-expected" },
        { "$.legalBases[1]", "5", "", "plan-text-expected" },
        { "$.reporting", "null", "", "plan-field-missing" },
        { "$.reporting.periodScheme", "\"calendar\"", "", "plan-value-unknown" },
        { "$.reporting.dueWorkingDays", "-1", "", "plan-number-out-of-range" },
        { "$.reporting.compiledByUnitId", "\"phong-nao\"", "", "plan-unit-unknown" },
        { "$.signer", "\"Nguyễn Văn Thịnh\"", "", "plan-object-expected" },
        { "$.streams", "{}", "", "plan-list-expected" },
        { "$.streams[2]", "null", "", "plan-object-expected" },
        { "$.streams[1].id", "\"khu-dan-cu-kieu-mau\"", "", "plan-id-duplicate" },
        { "$.streams[1].lead", "{\"unitIds\":[\"khong-co\"]}", "$.streams[1].lead.unitIds[0]", "plan-unit-unknown" },
        { "$.streams[1].lead", "{\"units\":[]}", "$.streams[1].lead.units", "plan-field-unknown" },
        { "$.streams[0].classCount", "0", "", "plan-number-out-of-range" },
        { "$.streams[0].classCount", "1001", "", "plan-number-out-of-range" },
        { "$.streams[0].seatsPerClass", "501", "", "plan-number-out-of-range" },
        { "$.streams[0].prioritySeats", "51", "", "plan-more-than-seats" },
        { "$.streams[0].minimumParticipants", "60", "", "plan-more-than-seats" },
        { "$.streams[0].origin", "\"Planned\"", "", "plan-value-unknown" },
        { "$.streams[0].audiences[2]", "\"everybody\"", "", "plan-value-unknown" },
        { "$.streams[0].audiences[2]", "2", "", "plan-text-expected" },
        { "$.streams[0].timeToBeAnnounced", "\"yes\"", "", "plan-flag-expected" },
        { "$.streams[0].qualifyingUnitIds", "[\"xa-gia-cat\",\"xa-x\"]", "$.streams[0].qualifyingUnitIds[1]", "plan-unit-unknown" },
        { "$.streams[0].window.to", "\"2024-03-31\"", "", "plan-window-reversed" },
        { "$.streams[0].window.to", "null", "", "plan-field-missing" },
        { "$.streams[0].window", "{\"from\":\"2023-04-01\",\"to\":\"2023-09-30\"}", "", "plan-window-other-year" },
        { "$.studyTours[0].maximumMembers", "29", "", "plan-maximum-below-minimum" },
        { "$.studyTours[0].minimumMembers", "\"ba mươi\"", "", "plan-number-expected" },
        { "$.units", "null", "", "plan-field-missing" },
        { "$.units[7].id", "\"ban-chi-dao\"", "", "plan-id-duplicate" },
        { "$.units[7].kind", "\"district\"", "", "plan-value-unknown" },
        { "$.units[7].parentId", "\"khong-co\"", "", "plan-unit-unknown" },
        { "$.units[7].parentId", "\"hoi-nong-dan\"", "", "plan-unit-cycle" },
        { "$.priorityGroups[0].villages", "[{\"unitId\":\"x\",\"name\":\"Bản Lìm\"}]", "$.priorityGroups[0].villages[0].unitId", "plan-unit-unknown" },
        { "$.mediaTargets", "[{\"unitId\":\"xa-bao-lam\",\"channel\":\"broadcast\",\"count\":0}]", "$.mediaTargets[0].count", "plan-number-out-of-range" },
        { "$.forms", "[" + Form.Replace("FIELDS", "") + "]", "$.forms[0].fields", "plan-form-field-missing" },
        { "$.forms", "[" + Form.Replace("FIELDS", Fields + "," + Fields) + "]", "$.forms[0].fields[4].to", "plan-form-field-twice" },
        { "$.forms", "[" + Form.Replace("FIELDS", Fields).Replace("khu-dan-cu-kieu-mau", "x") + "]", "$.forms[0].streamId", "plan-stream-unknown" },
        {
            "$.forms", "[" + Form.Replace("FIELDS", Fields).Replace("\"streamId\":\"khu-dan-cu-kieu-mau\",", "") + "]", "$.forms[0]",
            "plan-form-without-class"
        },
    };

    [Theory]
    [MemberData(nameof(Breaks))]
    public void Read_OfBrokenSample_NamesThePlace(string at, string value, string path, string code)
    {
        JsonObject tree = SamplePlan.Tree();
        SamplePlan.Set(tree, at, JsonNode.Parse(value));
        PlanImportResult result = PlanImport.Read(tree.ToJsonString());
        Assert.Null(result.Plan);
        Assert.Contains(result.Errors, error => error.Path == (path.Length == 0 ? at : path) && error.Code == code);
        Assert.All(result.Errors, error => Assert.Equal(code, error.Code)); // nothing is blamed on the way
    }

    [Theory]
    [InlineData("", "plan-json-malformed")]
    [InlineData("null", "plan-object-expected")]
    [InlineData("[]", "plan-object-expected")]
    [InlineData("{", "plan-json-malformed")]
    [InlineData("{}}", "plan-json-malformed")]
    [InlineData("{\"a\":1,}", "plan-json-malformed")]
    [InlineData("{\"\\ud800\":1}", "plan-json-malformed")]
    public void Read_OfOtherText_SaysWhy(string json, string code) =>
        Assert.Equal(("$", code), Assert.Single(PlanImport.Read(json).Errors, error => error.Path == "$") is var error ? (error.Path, error.Code) : default);

    [Fact]
    public void Read_OfMalformedText_GivesLineAndColumn()
    {
        PlanError error = Assert.Single(PlanImport.Read("{\n  \"id\": \"a\",\n  \"year\" 2024\n}").Errors);
        Assert.Equal(("3", "10"), (error.Parameters["line"], error.Parameters["column"]));
        error = Assert.Single(PlanImport.Read("{\n  \"\\ud800\": 1}").Errors);
        Assert.Equal(("2", "3"), (error.Parameters["line"], error.Parameters["column"]));
    }

    [Fact]
    public void Read_OfHalfASurrogatePair_IsAnError() => Assert.Contains(
        PlanImport.Read(SamplePlan.Json.Replace("\"KẾ HOẠCH\"", "\"\\ud800\"", StringComparison.Ordinal)).Errors,
        error => error is { Path: "$.documentType", Code: "plan-text-control" });

    [Fact]
    public void Read_OfOtherEncoding_IsAnError() =>
        Assert.Equal("plan-encoding", Assert.Single(PlanImport.Read(Encoding.Latin1.GetBytes("{\"id\":\"é\"}")).Errors).Code);

    [Fact]
    public void Read_OfMoreThanAMegabyte_IsRefusedUnread() =>
        Assert.Equal("plan-too-large", Assert.Single(PlanImport.Read(new string(' ', (1024 * 1024) + 1)).Errors).Code);

    [Fact]
    public void Read_OfLongTextAndLongList_NamesTheLimit()
    {
        JsonObject tree = SamplePlan.Tree();
        SamplePlan.Set(tree, "$.place", new string('x', 301));
        SamplePlan.Set(tree, "$.notes", new JsonArray([.. Enumerable.Repeat(0, 1001).Select(_ => JsonValue.Create("x"))]));
        Assert.Equal(
            ["$.notes plan-list-too-long 1000", "$.place plan-text-too-long 300"],
            PlanImport.Read(tree.ToJsonString()).Errors.Select(error => $"{error.Path} {error.Code} {error.Parameters["limit"]}"));
    }

    [Fact]
    public void Read_OfFieldGivenTwice_IsAnError()
    {
        string json = SamplePlan.Json.Replace("\"place\":", "\"place\": \"Lạng Sơn\",\n  \"place\":", StringComparison.Ordinal);
        Assert.Equal(("$.place", "plan-field-duplicate"), Assert.Single(PlanImport.Read(json).Errors) is var error ? (error.Path, error.Code) : default);
    }

    [Fact]
    public void Read_OfAFlood_StopsCounting()
    {
        IReadOnlyList<PlanError> errors = PlanImport.Read("{" + string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"x{i}\":1")) + "}").Errors;
        Assert.Equal(501, errors.Count);
        Assert.Equal("plan-errors-more", errors[^1].Code);
    }

    [Theory]
    [InlineData("a.b \\\"c", "a.b \\u0022c")]
    [InlineData("Năm", "Năm")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789😀", "12345678901234567890123456789012345678901234567890123456789…")]
    public void Read_OfAnOddFieldName_QuotesItInThePath(string name, string shown) => Assert.Contains(
        PlanImport.Read($"{{\"{name}\":1}}").Errors, error => error.Code == "plan-field-unknown" && error.Path == $"$[\"{shown}\"]");

    [Fact]
    public void Read_OfSeveralBreaks_NamesThemAllAtOnce()
    {
        JsonObject tree = SamplePlan.Tree();
        SamplePlan.Set(tree, "$.year", "hai nghìn");
        SamplePlan.Set(tree, "$.streams[0].seatsPerClass", 0);
        SamplePlan.Set(tree, "$.streams[1].lead", JsonNode.Parse("{\"unitIds\":[\"khong-co\"]}"));
        SamplePlan.Set(tree, "$.studyTours[0].window.to", "2024-06-30");
        SamplePlan.Set(tree, "$.units[5].parentId", "trung-tam-van-hoa-the-thao-truyen-thong");
        SamplePlan.Set(tree, "$.extra", true);
        string[] found = [.. PlanImport.Read(tree.ToJsonString()).Errors.Select(error => $"{error.Path} {error.Code}")];
        Assert.Equal(
            [
                "$.extra plan-field-unknown", "$.streams[0].seatsPerClass plan-number-out-of-range",
                "$.streams[1].lead.unitIds[0] plan-unit-unknown", "$.studyTours[0].window.to plan-window-reversed",
                "$.units[5].parentId plan-unit-cycle", "$.year plan-number-expected",
            ],
            found.Order(StringComparer.Ordinal));
    }
}
