using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Registrations;

/// <summary>Nothing of the people who registered is on any page that anybody can reach; on a receipt stands its holder's name and nothing else of
/// anybody.</summary>
public sealed class NothingPersonalTests(RunningApp app)
{
    private static readonly string[] Markers = ["Hoàng Văn Dấu Hiệu", "Dấu Hiệu", "Thôn Bí Ẩn", "0987654", "987654", "Kín Đáo"];
    private readonly Api _visitor = app.Visitor();

    [Fact]
    public async Task PublicPage_EachOneThatCanBeReached_NamesNobody()
    {
        string id = await app.Administrator.OpenClassAsync(SampleClass.PlanForm(capacity: 2));
        List<string> receipts = [];
        for (int i = 0; i < 4; i++) receipts.Add(await _visitor.RegisterAsync(new(id), Marked(i)));
        string cancelled = receipts[0].Split('?')[0];
        (await _visitor.SendFormAsync(cancelled, ("phone", "0987654320"))).Must(HttpStatusCode.SeeOther);
        // Somebody who types the same person is asked, not told.
        IEnumerable<KeyValuePair<string, string>> typed = Visits.Typed(Marked(1)).Where(f => f.Key != "phone" && PersonField.Details.All(d => d.Name != f.Key));
        Answer asked = await _visitor.SendFormAsync($"/lop/{id}/dang-ky", typed);
        Assert.Equal(HttpStatusCode.Conflict, asked.Status);
        Assert.DoesNotContain("Kín Đáo", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("987654", asked.Text, StringComparison.Ordinal);

        HashSet<string> seen = [];
        Queue<string> wanted = new(["/", $"/lop/{id}", $"/lop/{id}/lich.ics", "/tra-cuu", "/tap-du", "/quyen-rieng-tu", "/api/public/classes", $"/api/public/classes/{id}", .. receipts]);
        string[] codes = await Task.WhenAll(receipts.Select(async r => Visits.Code(await _visitor.PageAsync(r))));
        while (wanted.TryDequeue(out string? path))
        {
            if (!seen.Add(path)) continue;
            Answer answer = await _visitor.GetAsync(path);
            int holder = receipts.FindIndex(r => r.Split('?')[0] == path.Split('?')[0]);
            string strange = holder < 0 ? answer.Text : answer.Text.Replace(Marked(holder).Text("fullName"), "", StringComparison.Ordinal);
            Assert.All(Markers, marker => Assert.DoesNotContain(marker, strange, StringComparison.OrdinalIgnoreCase));
            if (holder < 0)
                Assert.All(codes, code => Assert.DoesNotContain(code, answer.Text, StringComparison.Ordinal));
            if (answer.MediaType != "text/html") continue;
            // Classes of other tests look the same.
            foreach (string address in Visits.Addresses(answer.Text).Where(a => !a.StartsWith("/lop/", StringComparison.Ordinal) || a.StartsWith("/lop/" + id, StringComparison.Ordinal)))
                wanted.Enqueue(address);
        }

        Assert.True(seen.Count > 15, string.Join(' ', seen));
    }

    [Fact]
    public async Task Address_OfAReceipt_SaysNothing()
    {
        string id = await app.Administrator.OpenClassAsync();
        string receipt = await _visitor.RegisterAsync(new(id), Marked(0));
        string code = Visits.Code(await _visitor.PageAsync(receipt)).Replace(" ", "", StringComparison.Ordinal);
        Assert.DoesNotContain(code, receipt, StringComparison.Ordinal);
        Assert.DoesNotContain(id, receipt, StringComparison.Ordinal);
    }

    private static JsonObject Marked(int number)
    {
        JsonObject person = SampleClass.Person(number);
        person["fullName"] = $"{Markers[0]} {(char)('A' + number)}";
        person["village"] = Markers[2];
        person["phone"] = $"098765432{number}";
        foreach (DetailField field in PersonField.Details) person[field.Name] = $"{Markers[5]} {field.Name}";
        return person;
    }
}
