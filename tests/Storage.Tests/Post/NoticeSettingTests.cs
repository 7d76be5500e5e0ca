using Xunit;

namespace NtmServerless.Storage.Tests.Post;

/// <summary>What an office decided about its notices: kept by version, and obeyed when a change is committed.</summary>
public sealed class NoticeSettingTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_OfAVersionThatIsGone_IsRefused_AndTheSameAgainIsNot()
    {
        Office office = await Office.OpenAsync(azurite);
        NoticeSettingStore store = new(office.Storage, TimeProvider.System);
        (NoticeSetting first, bool changed) = await ChangeAsync(store, 0, s => s with { Subject = "Mời {class}" });
        Assert.Equal((1, "Bà Lan", true), (first.Version, first.ChangedBy, changed));

        Assert.False((await ChangeAsync(store, 0, s => s with { Subject = "Mời {class}" })).Changed);
        Task LateAsync() => ChangeAsync(store, 0, s => s with { Subject = "Khác {class}" });
        Assert.Equal(Rule.NoticeChanged, (await Assert.ThrowsAsync<RuleBrokenException>(LateAsync)).Rule);
        Assert.Equal("Mời {class}", (await store.GetAsync(Sample.PlanId, NoticeKind.ListConfirmed, Cancellation)).Subject);
        Assert.Equal("Mời {class}", (await store.OfPlanAsync(Sample.PlanId, Cancellation)).Of(NoticeKind.ListConfirmed).Subject);
    }

    [Fact]
    public async Task Commit_WhileAKindIsOff_StandsInTheHistory_AndIsToldToNobody_HoweverOftenItIsPosted()
    {
        Office office = await Office.OpenAsync(azurite);
        PostOffice post = new(office.Storage, PostChannels.None);
        await post.Settings.ChangeAsync(
            Sample.PlanId, NoticeKind.ClassExtended, 0, "Bà Lan", FixedTime.Start, s => s.Switch("gọi điện rồi"), Cancellation);

        IReadOnlyList<Notice> marked = await post.MarkOffAsync(
            Sample.PlanId, [new Notice(NoticeKind.ClassExtended, ["u1"]), new Notice(NoticeKind.ClassCancelled, ["u1"])], Cancellation);
        await post.Settings.ChangeAsync(Sample.PlanId, NoticeKind.ClassExtended, 1, "Bà Lan", FixedTime.Start, s => s.Switch(null), Cancellation);
        Posting posting = new(Sample.PlanId, new PostSubject(PostSubjectKind.Class, "c-off"), "class/c-off/1", FixedTime.Start, marked);
        for (int i = 0; i < 2; i++) await post.PublishAsync(posting, PostOffice.Nobody, null, Cancellation);

        InboxEntry entry = Assert.Single(await new PostStore(office.Storage, TimeProvider.System).InboxAsync(Sample.PlanId, "u1", Cancellation));
        Assert.Equal(NoticeKind.ClassCancelled, entry.Kind);
    }

    private static Task<(NoticeSetting Setting, bool Changed)> ChangeAsync(NoticeSettingStore store, int version, Func<NoticeSetting, NoticeSetting> change) =>
        store.ChangeAsync(Sample.PlanId, NoticeKind.ListConfirmed, version, "Bà Lan", FixedTime.Start, change, Cancellation);
}
