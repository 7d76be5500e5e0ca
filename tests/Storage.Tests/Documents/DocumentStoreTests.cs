using System.Text;
using Xunit;

namespace NtmServerless.Storage.Tests.Documents;

/// <summary>Documents and their numbers: each number once, none lost.</summary>
public sealed class DocumentStoreTests(AzuriteServer azurite)
{
    private const string Unit = "van-phong-dieu-phoi";

    private static readonly Actor By = new("chị Hoa", Unit);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keep_ManyAtOnceFromTwoProcesses_NumbersRunWithoutGapOrRepeat()
    {
        Office office = await Office.OpenAsync(azurite);
        DocumentStore one = Shelf(office), two = Shelf(office.Beside());

        OfficialDocument[] made = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => KeepAsync(i % 2 == 0 ? one : two, Draft($"doc {i}", plan: $"plan-{i % 2}"))));

        Assert.Equal(Enumerable.Range(1, 8), made.Select(d => d.Number!.Value).Order());
        Assert.Equal("TB-VPĐP", Assert.Single(made.Select(d => d.Symbol).Distinct()));
        Assert.Equal((9, 8), Assert.Single((await one.RegistersAsync(2024, Cancellation)).Select(r => (r.Next, r.Last))));
    }

    [Fact]
    public async Task Keep_TheSameAgain_GivesTheFirst_AndTakesNoNumber()
    {
        Office office = await Office.OpenAsync(azurite);
        DocumentStore shelf = Shelf(office);
        OfficialDocument first = await KeepAsync(shelf, Draft("một"));

        OfficialDocument again = await KeepAsync(shelf, Draft("một") with { Source = "other"u8.ToArray() });

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(2, (await KeepAsync(shelf, Draft("hai"))).Number);
        Assert.Equal(2, (await shelf.AboutAsync(new("caoloc-2024"), 2024, "lop-1", Cancellation)).Count);
    }

    [Fact]
    public async Task Keep_WhenTheAnswerIsLost_OneDocumentStands()
    {
        Office office = await Office.OpenAsync(azurite);
        DocumentStore shaky = Shelf(office.Beside(Faults.LoseTransactionAnswers(1)));

        OfficialDocument made = await KeepAsync(shaky, Draft("một"));

        Assert.Equal(made.Id, Assert.Single(await Shelf(office).OfYearAsync(2024, Cancellation)).Id);
        Assert.Equal(1, made.Number);
    }

    [Fact]
    public async Task Keep_StoresSourceAndBytesUnderTheirHashes()
    {
        Office office = await Office.OpenAsync(azurite);
        OfficialDocument made = await KeepAsync(Shelf(office), Draft("một"));
        DocumentFiles files = new(office.Storage);

        byte[] source = (await files.ReadAsync(made.PlanId, made.AboutId, made.SourceSha256, Cancellation))!;
        byte[] bytes = (await files.ReadAsync(made.PlanId, made.AboutId, made.Sha256, Cancellation))!;

        Assert.Equal(("một", "một 01/TB-VPĐP"), (Encoding.UTF8.GetString(source), Encoding.UTF8.GetString(bytes)));
        Assert.Equal((made.SourceSha256, made.Sha256), (DocumentFiles.HashOf(source), DocumentFiles.HashOf(bytes)));
    }

    [Fact]
    public async Task Withdraw_KeepsNumberAndReason_AndTheNextOneGetsANewNumber()
    {
        Office office = await Office.OpenAsync(azurite);
        DocumentStore shelf = Shelf(office);
        OfficialDocument wrong = await KeepAsync(shelf, Draft("một"));

        await shelf.ChangeAsync(wrong.PlanId, wrong.Id, Sample.Submission("w"), "document-withdrawn", d => d.Withdraw(new("Sai ngày", By, office.Time.Now)), Cancellation);
        OfficialDocument right = await KeepAsync(shelf, Draft("một"));

        Assert.Equal((1, 2), (wrong.Number, right.Number));
        IReadOnlyList<OfficialDocument> register = await shelf.OfYearAsync(2024, Cancellation);
        Assert.Equal("Sai ngày", register.Single(d => d.Number == 1).Withdrawn?.Reason);
        Assert.Equal(right.Id, (await KeepAsync(shelf, Draft("một"))).Id);
    }

    [Fact]
    public async Task Keep_NumberGivenByHand_IsNotGivenAgain()
    {
        Office office = await Office.OpenAsync(azurite);
        DocumentStore shelf = Shelf(office);
        OfficialDocument given = await KeepAsync(shelf, Draft("một") with { Numbering = Numbering.Given, Number = 5 });
        OfficialDocument open = await KeepAsync(shelf, Draft("hai") with { Numbering = Numbering.Open });
        OfficialDocument next = await KeepAsync(shelf, Draft("ba"));

        RuleBrokenException taken = await Assert.ThrowsAsync<RuleBrokenException>(() => KeepAsync(shelf, Draft("bốn") with { Numbering = Numbering.Given, Number = 5 }));

        Assert.Equal((5, null, 6), (given.Number, open.Number, next.Number));
        Assert.Equal(Rule.DocumentNumberTaken, taken.Rule);
    }

    [Fact]
    public async Task SetRegister_GoesOnFromThePaperBook_AndNeverBack()
    {
        Office office = await Office.OpenAsync(azurite);
        DocumentStore shelf = Shelf(office);
        await shelf.SetRegisterAsync(2024, "TB", Unit, Sample.Submission("s"), r => r.StartAt(13) with { UnitSymbol = "VP" }, Cancellation);

        Assert.Equal("13/TB-VP", (await KeepAsync(shelf, Draft("một"))).NumberText);
        RuleBrokenException passed = await Assert.ThrowsAsync<RuleBrokenException>(
            () => shelf.SetRegisterAsync(2024, "TB", Unit, Sample.Submission("t"), r => r.StartAt(13), Cancellation));
        Assert.Equal(Rule.DocumentNumberPassed, passed.Rule);
    }

    [Fact]
    public async Task Remove_LeavesOnlyWhatIsNamed()
    {
        Office office = await Office.OpenAsync(azurite);
        OfficialDocument made = await KeepAsync(Shelf(office), Draft("một"));
        DocumentFiles files = new(office.Storage);
        await files.StoreAsync(made.PlanId, made.AboutId, "rest-of-a-crash", [1], "application/json", Cancellation);

        await files.RemoveAsync(made.PlanId, made.AboutId, new HashSet<string> { made.Sha256 }, Cancellation);

        Assert.NotNull(await files.ReadAsync(made.PlanId, made.AboutId, made.Sha256, Cancellation));
        Assert.Null(await files.ReadAsync(made.PlanId, made.AboutId, made.SourceSha256, Cancellation));
        Assert.Null(await files.ReadAsync(made.PlanId, made.AboutId, "rest-of-a-crash", Cancellation));
    }

    [Fact]
    public async Task Forget_TakesTheFilesThatNamePeople_AndKeepsTheRegister()
    {
        Office office = await Office.OpenAsync(azurite);
        DocumentStore shelf = Shelf(office);
        DocumentFiles files = new(office.Storage);
        OfficialDocument open = await KeepAsync(shelf, Draft("thông báo"));
        OfficialDocument list = await KeepAsync(shelf, Draft("danh sách") with { Kind = DocumentKind.Participants });
        OfficialDocument report = await KeepAsync(shelf, Draft("báo cáo") with { Kind = DocumentKind.ClassReport });
        await files.StoreAsync(list.PlanId, list.AboutId, "scan", [1], "image/png", Cancellation);

        foreach (int _ in (int[])[1, 2]) await shelf.ForgetAsync(new("caoloc-2024"), 2024, new("lop-1"), Actor.Lifecycle, Cancellation);

        Assert.NotNull(await files.ReadAsync(open.PlanId, open.AboutId, open.Sha256, Cancellation));
        foreach (string gone in (string[])[list.Sha256, list.SourceSha256, report.Sha256, report.SourceSha256, "scan"])
            Assert.Null(await files.ReadAsync(list.PlanId, list.AboutId, gone, Cancellation));
        IReadOnlyList<OfficialDocument> left = await shelf.AboutAsync(new("caoloc-2024"), 2024, "lop-1", Cancellation);
        Assert.Equal([(DocumentKind.Announcement, false), (DocumentKind.Participants, true), (DocumentKind.ClassReport, true)],
            left.OrderBy(d => d.Kind).Select(d => (d.Kind, d.ErasedAt is not null)));
        Assert.Equal((1, report.Sha256), left.Where(d => d.Kind == DocumentKind.ClassReport).Select(d => (d.Number!.Value, d.Sha256)).Single());
    }

    [Fact]
    public async Task Keep_CostsSixRequests_AndAgainThree()
    {
        Office office = await Office.OpenAsync(azurite);
        DocumentStore shelf = Shelf(office);
        using (RequestCount first = new())
        {
            await KeepAsync(shelf, Draft("một"));
            Assert.Equal(6, first.Requests);
        }

        using RequestCount again = new();
        await KeepAsync(shelf, Draft("một"));
        Assert.Equal(3, again.Requests);
    }

    private static DocumentStore Shelf(Office office) => new(office.Storage, new DocumentFiles(office.Storage), office.Time);

    private static DocumentDraft Draft(string text, string plan = "caoloc-2024") => new(
        new(plan), DocumentKind.Announcement, "lop-1", "Thông báo: " + text, Unit, new DateOnly(2024, 4, 1), $"{plan}/{text}", Encoding.UTF8.GetBytes(text))
    {
        Numbering = Numbering.Register,
        UnitSymbol = "VPĐP",
        By = By,
    };

    private static Task<OfficialDocument> KeepAsync(DocumentStore shelf, DocumentDraft draft) => shelf.KeepAsync(
        draft, Sample.Submission(Guid.NewGuid().ToString("N")), "text/plain",
        d => Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetString(draft.Source)} {d.NumberText}"), Cancellation);
}
