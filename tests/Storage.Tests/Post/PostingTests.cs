using Azure.Data.Tables;
using Xunit;

namespace NtmServerless.Storage.Tests.Post;

/// <summary>What a commit tells is posted with it: at once or by the sweeper, and once.</summary>
public sealed class PostingTests(AzuriteServer azurite)
{
    private const string Lead = "van-phong-dieu-phoi";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commit_WithNotices_PutsThemIntoTheInboxesOfWhomTheyTell()
    {
        Office office = await OpenedAsync(PostChannels.None);
        Waker waker = new();
        await CancelAsync(office, waker);

        foreach (string unit in (string[])[Lead, Sample.PriorityUnit])
        {
            InboxEntry entry = Assert.Single(await Records(office).InboxAsync(Sample.PlanId, unit, Cancellation));
            Assert.Equal((NoticeKind.ClassCancelled, "c1", "lũ"), (entry.Kind, entry.About.Id, entry.Detail));
        }

        Assert.Empty(waker.Batches);
        Assert.Empty(await Records(office).MessagesAsync(Sample.PlanId, null, Cancellation));
    }

    [Fact]
    public async Task Commit_WithNoticesAndNoWayOut_CostsOneRequestMore()
    {
        Office office = await Office.OpenAsync(azurite);
        await office.KeepAsync(Sample.OpenClass(9) with { Minimum = 2 });
        using RequestCount count = new();
        await office.DecideAsync(new("c1"), c => c.Seats.Capacity == 8 ? new ClassOutcome(c) : ClassDecisions.SetCapacity(c, 8));
        long before = count.Requests;
        await office.DecideAsync(new("c1"), c => ClassDecisions.SetCapacity(c, 7));
        long without = count.Requests - before;
        before = count.Requests;
        await office.DecideAsync(new("c1"), c => ClassDecisions.Cancel(c, "lũ", FixedTime.Start));

        Assert.Equal(without + 1, count.Requests - before);
    }

    [Fact]
    public async Task Commit_WithAWayOut_MakesMessagesAndHandsTheBatchToTheCourier()
    {
        Office office = await OpenedAsync(new PostChannels(true, true));
        await Records(office).PutContactsAsync(Sample.PlanId, new UnitContacts(Lead, ["a@x.vn", "b@x.vn"], ["+84912345678"]), Cancellation);
        Registration withPhone = await office.RegisterAsync(new("c1"), Sample.Person(1, p => p with { Phone = "+84987654321" }));
        await office.RegisterAsync(new("c1"), Sample.Person(2));
        Waker waker = new();
        await CancelAsync(office, waker);

        IReadOnlyList<OutgoingMessage> messages = await Records(office).MessagesAsync(Sample.PlanId, null, Cancellation);
        Assert.Equal(4, messages.Count);
        Assert.Equal(2, messages.Count(m => m.Channel == MessageChannel.Email && m.UnitId == Lead));
        Assert.Single(messages, m => m.Channel == MessageChannel.Webhook && m.UnitId == Lead);
        Assert.Equal(withPhone.Code, Assert.Single(messages, m => m.Registration is not null).Registration);
        PostBatch batch = Assert.Single(waker.Batches);
        Assert.Equal(4, (await Records(office).OpenAsync(batch, Cancellation)).Count);
        string rows = string.Join('\n', await PostRowsAsync(office));
        Assert.DoesNotContain("987654321", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoàng Văn", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_CutOffAfterPosting_IsFinishedBySweepingAndChangesNothing()
    {
        Office office = await OpenedAsync(new PostChannels(true, false));
        await Records(office).PutContactsAsync(Sample.PlanId, new UnitContacts(Lead, ["a@x.vn"], []), Cancellation);
        Waker waker = new() { Fails = _ => true };
        await CancelAsync(office, waker);
        string[] posted = await PostRowsAsync(office);
        Assert.Single(await office.RowsAsync(new("c1"), "out-"));

        waker.Fails = _ => false;
        await office.Beside().Ledger.SweepAsync(waker, Cancellation);
        await office.Beside().Ledger.SweepAsync(waker, Cancellation);

        Assert.Equal(posted, await PostRowsAsync(office));
        Assert.Single(waker.Batches);
        Assert.Empty(await office.RowsAsync(new("c1"), "out-"));
    }

    [Fact]
    public async Task Sweep_OfARowThatSaysNothingOfNotices_LooksForThem()
    {
        Office office = await OpenedAsync(PostChannels.None);
        await office.Ledger.WriteAsync(new("c1"), Sample.Submission("k"), null, (work, _) =>
        {
            work.Set(ClassDecisions.Cancel(work.Class, "lũ", FixedTime.Start));
            return Task.FromResult("done");
        });
        // As the version before wrote it: nothing posted, no number of notices.
        foreach (TableEntity row in await office.PostRows.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation))
            await office.PostRows.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Cancellation);
        TableEntity outbox = Assert.Single(await office.RowsAsync(new("c1"), "out-"));
        await office.ClassRows.UpdateEntityAsync(new TableEntity("c1", outbox.RowKey) { ["Wake"] = true }, Azure.ETag.All, TableUpdateMode.Replace, Cancellation);

        await office.Ledger.SweepAsync(new Waker(), Cancellation);

        Assert.Single(await Records(office).InboxAsync(Sample.PlanId, Lead, Cancellation));
        Assert.Empty(await office.RowsAsync(new("c1"), "out-"));
    }

    [Fact]
    public async Task Tour_WhenPostingFails_IsPostedByTheSweeper()
    {
        Office office = await Office.OpenAsync(azurite, new PostChannels(true, false));
        await Records(office).PutContactsAsync(Sample.PlanId, new UnitContacts(Lead, ["a@x.vn"], []), Cancellation);
        TourStore tours = new(office.Storage, office.Post, office.Time);
        StudyTour tour = await tours.FoundAsync(Sample.PlanId, Sample.Submission("found"), new Waker(), id => new StudyTour
        {
            Id = id,
            PlanId = Sample.PlanId,
            PlannedTourId = "tham-quan-hoc-tap",
            LeadUnitId = Lead,
            MinimumMembers = 1,
            MaximumMembers = 3,
        }, Cancellation);
        Waker waker = new() { Fails = _ => true };
        await tours.WriteAsync(Sample.PlanId, tour.Id, Sample.Submission("off"), waker,
            t => Task.FromResult(new TourChange(TourDecisions.Cancel(t, "lũ"))), Cancellation);
        Assert.Empty(waker.Batches);

        waker.Fails = _ => false;
        Assert.Equal(1, await tours.SweepAsync(waker, Cancellation));
        Assert.Equal(0, await tours.SweepAsync(waker, Cancellation));

        Assert.Single(waker.Batches);
        Assert.Equal(tour.Id, Assert.Single(await Records(office).InboxAsync(Sample.PlanId, Lead, Cancellation)).About.Id);
        Assert.Single(await Records(office).MessagesAsync(Sample.PlanId, MessageState.Waiting, Cancellation));
    }

    [Fact]
    public async Task Post_ToMoreThanATransactionHolds_ReachesAll()
    {
        Office office = await Office.OpenAsync(azurite);
        string[] units = [.. Enumerable.Range(0, 130).Select(i => $"xa-{i}")];
        Posting posting = new(Sample.PlanId, new PostSubject(PostSubjectKind.Report, "r1"), "report/r1", FixedTime.Start,
            [new Notice(NoticeKind.PeriodicReportAsked, units)]);

        for (int i = 0; i < 2; i++) Assert.True(await office.Post.PublishAsync(posting, PostOffice.Nobody, null, Cancellation));

        Assert.Equal(130, (await PostRowsAsync(office)).Count(r => r.StartsWith("in-", StringComparison.Ordinal)));
        Assert.Single(await Records(office).InboxAsync(Sample.PlanId, "xa-1", Cancellation));
    }

    private async Task<Office> OpenedAsync(PostChannels channels)
    {
        Office office = await Office.OpenAsync(azurite, channels);
        await office.KeepAsync(Sample.OpenClass(9));
        return office;
    }

    private static Task<TrainingClass> CancelAsync(Office office, Waker waker) =>
        office.DecideAsync(new("c1"), c => ClassDecisions.Cancel(c, "lũ", FixedTime.Start), waker: waker);

    private static PostStore Records(Office office) => new(office.Storage, office.Time);

    private static async Task<string[]> PostRowsAsync(Office office) =>
        [.. (await office.PostRows.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation)).Select(r => $"{r.RowKey} {r.ETag} {r.GetString("Json")}")];
}
