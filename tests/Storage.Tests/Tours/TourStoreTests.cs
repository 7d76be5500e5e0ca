using Xunit;

namespace NtmServerless.Storage.Tests.Tours;

/// <summary>A delegation with a fixed number of seats.</summary>
public sealed class TourStoreTests(AzuriteServer azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddMember_RaceForTheLastSeat_OneGetsIt()
    {
        (Office office, TourStore tours, StudyTour tour) = await AnnouncedAsync(most: 1);
        TourStore other = new(office.Beside().Storage, office.Post, office.Time);

        Task<StudyTour>[] asked = [.. Enumerable.Range(0, 6).Select(i => AddAsync(i % 2 == 0 ? tours : other, tour.Id, Member(i)))];
        await Task.WhenAll(asked).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(1, asked.Count(t => t.IsCompletedSuccessfully));
        Assert.All(asked.Where(t => t.IsFaulted), t => Assert.Equal(Rule.TourFull, Assert.IsType<RuleBrokenException>(t.Exception!.InnerException).Rule));
        Assert.Single(await tours.MembersAsync(Sample.PlanId, tour.Id, Cancellation));
        Assert.Equal(1, (await tours.GetAsync(Sample.PlanId, tour.Id, Cancellation)).Members);
    }

    [Fact]
    public async Task AddMember_TheSamePersonTwice_IsRefused()
    {
        (_, TourStore tours, StudyTour tour) = await AnnouncedAsync(most: 5);
        await AddAsync(tours, tour.Id, Member(1));

        RuleBrokenException refusal = await Assert.ThrowsAsync<RuleBrokenException>(() => AddAsync(tours, tour.Id, Member(1) with { Code = "OTHER" }));

        Assert.Equal(Rule.TourAlreadyMember, refusal.Rule);
        Assert.Single(await tours.MembersAsync(Sample.PlanId, tour.Id, Cancellation));
    }

    [Fact]
    public async Task AddMember_TheSameSubmission_CountsOnceAlsoWhenAnAnswerIsLost()
    {
        (Office office, TourStore tours, StudyTour tour) = await AnnouncedAsync(most: 5);
        TourStore shaky = new(office.Beside(Faults.LoseTransactionAnswers(1)).Storage, office.Post, office.Time);

        StudyTour first = await AddAsync(shaky, tour.Id, Member(1), "k");
        StudyTour again = await AddAsync(tours, tour.Id, Member(2), "k");

        Assert.Equal((1, 1), (first.Members, again.Members));
        Assert.Equal("M1", Assert.Single(await tours.MembersAsync(Sample.PlanId, tour.Id, Cancellation)).Code);
        await Assert.ThrowsAsync<SubmissionReusedException>(() => AddAsync(tours, tour.Id, Member(3), "k", "other"));
    }

    [Fact]
    public async Task RemoveMember_FreesSeatAndPerson()
    {
        (_, TourStore tours, StudyTour tour) = await AnnouncedAsync(most: 1);
        await AddAsync(tours, tour.Id, Member(1));

        await tours.WriteAsync(Sample.PlanId, tour.Id, Sample.Submission("remove"), new Waker(), async t =>
        {
            TourMember member = (await tours.FindMemberAsync(Sample.PlanId, tour.Id, "M1", Cancellation))!;
            return new TourChange(new TourOutcome(TourDecisions.RemoveMember(t)), Removed: member);
        }, Cancellation);

        Assert.Empty(await tours.MembersAsync(Sample.PlanId, tour.Id, Cancellation));
        Assert.False(await tours.IsMemberAsync(Sample.PlanId, tour.Id, "p1", Cancellation));
        Assert.Equal(1, (await AddAsync(tours, tour.Id, Member(1) with { Code = "M9" })).Members);
    }

    [Fact]
    public async Task ForgetMembers_RemovesNamesAndKeepsTheNumber()
    {
        (_, TourStore tours, StudyTour tour) = await AnnouncedAsync(most: 5);
        for (int i = 0; i < 3; i++) await AddAsync(tours, tour.Id, Member(i));

        await tours.ForgetMembersAsync(Sample.PlanId, tour.Id, Cancellation);
        await tours.ForgetMembersAsync(Sample.PlanId, tour.Id, Cancellation);

        Assert.Empty(await tours.MembersAsync(Sample.PlanId, tour.Id, Cancellation));
        Assert.Equal(3, (await tours.GetAsync(Sample.PlanId, tour.Id, Cancellation)).Members);
    }

    [Fact]
    public async Task Write_WhenWakingFails_IsCommittedAndNoticesAreKept()
    {
        (_, TourStore tours, StudyTour tour) = await AnnouncedAsync(most: 5);

        await tours.WriteAsync(Sample.PlanId, tour.Id, Sample.Submission("off"), new Waker { Fails = _ => true },
            t => Task.FromResult(new TourChange(TourDecisions.Cancel(t, "lũ"))), Cancellation);

        Assert.Equal(TourStage.Cancelled, (await tours.OfPlanAsync(Sample.PlanId, Cancellation)).Single().Stage);
        Assert.Single(await tours.NoticesAsync(Sample.PlanId, tour.Id, Cancellation));
    }

    [Theory]
    [InlineData("t-unknown")]
    [InlineData("../t1")]
    public async Task Get_ATourThatIsNotThere_IsMissing(string id)
    {
        (_, TourStore tours, _) = await AnnouncedAsync(most: 1);
        await Assert.ThrowsAsync<RecordMissingException>(() => tours.GetAsync(Sample.PlanId, new(id), Cancellation));
        await Assert.ThrowsAsync<RecordMissingException>(() => AddAsync(tours, new(id), Member(1)));
    }

    [Fact]
    public async Task Found_OfOnePlannedTourByManyAtOnce_IsOne_AndAgainOnlyAfterItWasCancelled()
    {
        (Office office, TourStore tours, StudyTour tour) = await AnnouncedAsync(most: 1);
        await Assert.ThrowsAsync<RuleBrokenException>(() => FoundAsync(tours, "another"));
        await tours.WriteAsync(Sample.PlanId, tour.Id, Sample.Submission("off"), new Waker(),
            t => Task.FromResult(new TourChange(TourDecisions.Cancel(t, "lũ"))), Cancellation);
        TourStore second = new(office.Storage, office.Post, office.Time);
        bool[] made = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await FoundAsync(i % 2 == 0 ? tours : second, $"n{i}");
                return true;
            }
            catch (RuleBrokenException planned) when (planned.Rule == Rule.TourPlanned)
            {
                return false;
            }
        }));
        Assert.Single(made, true);
        Assert.Equal(2, (await tours.OfPlanAsync(Sample.PlanId, Cancellation)).Count);
    }

    private static Task<StudyTour> FoundAsync(TourStore tours, string key) => tours.FoundAsync(Sample.PlanId, Sample.Submission(key), null, id => new StudyTour
    {
        Id = id,
        PlanId = Sample.PlanId,
        PlannedTourId = "tham-quan-hoc-tap",
        LeadUnitId = "van-phong-dieu-phoi",
        MinimumMembers = 1,
        MaximumMembers = 1,
    }, Cancellation);

    private async Task<(Office Office, TourStore Tours, StudyTour Tour)> AnnouncedAsync(int most)
    {
        Office office = await Office.OpenAsync(azurite);
        TourStore tours = new(office.Storage, office.Post, office.Time);
        StudyTour tour = await tours.FoundAsync(Sample.PlanId, Sample.Submission("found"), new Waker(), id => new StudyTour
        {
            Id = id,
            PlanId = Sample.PlanId,
            PlannedTourId = "tham-quan-hoc-tap",
            LeadUnitId = "van-phong-dieu-phoi",
            MinimumMembers = 1,
            MaximumMembers = most,
            Stage = TourStage.Announced,
            DepartsOn = new DateOnly(2024, 8, 1),
            ReturnsOn = new DateOnly(2024, 8, 3),
            NominationsCloseAt = FixedTime.Start.AddDays(60),
        }, Cancellation);
        return (office, tours, tour);
    }

    private static Task<StudyTour> AddAsync(TourStore tours, TourId tourId, TourMember member, string? key = null, string content = "a") =>
        tours.WriteAsync(Sample.PlanId, tourId, Sample.Submission(key ?? Guid.NewGuid().ToString("N"), content), new Waker(), async t =>
        {
            StudyTour next = TourDecisions.AddMember(t);
            if (await tours.IsMemberAsync(Sample.PlanId, tourId, member.PersonKey, Cancellation)) throw new RuleBrokenException(Rule.TourAlreadyMember);
            return new TourChange(new TourOutcome(next), Added: member);
        }, Cancellation);

    private static TourMember Member(int i) => new($"M{i}", $"Nông Thị {i}", "Trưởng thôn", "xa-hai-yen", null, $"p{i}", false);
}
