using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Registrations;

/// <summary>Forms, files and the API go through the list of a person's fields, so that a new one is nowhere forgotten.</summary>
public sealed class PersonFieldPlacesTests(RunningApp app, OpenClassFixture open) : IClassFixture<OpenClassFixture>
{
    [Fact]
    public async Task Field_EachOne_IsAskedByItsForms()
    {
        string visitor = await app.Visitor().PageAsync($"/lop/{open.Id}/dang-ky");
        string officer = (await app.Administrator.GetAsync($"/can-bo/lop/{open.Id}/danh-sach/moi")).Must(HttpStatusCode.OK).Text;
        Assert.All(PersonField.All, f =>
        {
            Assert.Equal(f.Forms.HasFlag(PersonForms.Public), visitor.Contains($"name=\"{f.Name}\"", StringComparison.Ordinal));
            Assert.Equal(f.Forms.HasFlag(PersonForms.Officer), officer.Contains($"name=\"{f.Name}\"", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Detail_EachOne_IsKept_ShownToOfficers_AndAnsweredByTheApi()
    {
        JsonObject person = SampleClass.Person(301);
        foreach (DetailField field in PersonField.Details) person[field.Name] = $"Thử {field.Name}";
        string code = (await app.Administrator.RegisteredAsync(open.Id, person)).Text("code");

        JsonNode line = (await app.Administrator.RosterAsync(open.Id))["lines"]!.AsArray().Single(l => l.Text("code") == code)!;
        string page = (await app.Administrator.GetAsync($"/can-bo/lop/{open.Id}/danh-sach/{code}")).Must(HttpStatusCode.OK).Text;
        Assert.All(PersonField.Details, field =>
        {
            Assert.Equal($"Thử {field.Name}", line.Text(field.Name));
            Assert.Contains($"<dd>Thử {field.Name}</dd>", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Detail_EachOne_IsInAnExampleAndInTheDescription()
    {
        JsonNode document = (await app.Public.GetAsync("/api/openapi.json")).Json;
        JsonObject line = document["components"]!["schemas"]!["Roster"]!.AsObject();
        Assert.All(PersonField.Details, field =>
        {
            Assert.Contains($"\"{field.Name}\":\"", document.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains($"\"{field.Name}\"", line.ToJsonString(), StringComparison.Ordinal);
        });
    }
}
