using Xunit;

namespace NtmServerless.Domain.Tests.Classes;

public sealed class ClassFormTests
{
    private const string OpenLead = "xa-nong-thon-moi";

    private static readonly Plan Plan = SamplePlan.Plan;

    private static readonly ClassForm Good = new() { StreamId = "khu-dan-cu-kieu-mau", HostUnitId = "xa-gia-cat" };

    [Fact]
    public void Check_WhereThePlanLeavesTheLeadOpen_TakesOnlyAUnitThatRunsClasses()
    {
        ClassForm form = new() { StreamId = "xa-nong-thon-moi", HostUnitId = "xa-gia-cat" };
        InvalidInputException refused = Assert.Throws<InvalidInputException>(
            () => (form with { LeadUnitId = "ban-chi-dao" }).Check(new("lop-1"), SamplePlan.Plan, []));
        Assert.Equal(("leadUnitId", "unit-cannot-lead"), (refused.Errors[0].Field, refused.Errors[0].Code));
        Assert.Equal("xa-gia-cat", (form with { LeadUnitId = "xa-gia-cat" }).Check(new("lop-1"), SamplePlan.Plan, []).LeadUnitId);
    }

    [Fact]
    public void Check_OfTheLeastForm_FillsInWhatThePlanSays()
    {
        TrainingClass c = Good.Check(new("lop-1"), Plan, []);
        Assert.Equal(("lop-1", Plan.Id, 1, "van-phong-dieu-phoi"), (c.Id, c.PlanId, c.Number, c.LeadUnitId));
        Assert.Equal((50, 0, 25, ClassStage.Planned), (c.Seats.Capacity, c.Seats.HeldForPriority, c.Minimum, c.Stage));
        Assert.Equal(Plan.Streams[0].Title, c.Title);
        Assert.Equal(Plan.Streams[0].Audiences, c.Audiences);
        Assert.Contains("phong-van-hoa-thong-tin", c.PartnerUnitIds);
    }

    [Fact]
    public void Check_OfClassesOfSeveralStreams_NumbersThemOverThePlan_AndNoNumberTwice()
    {
        List<TrainingClass> year = [];
        foreach ((string stream, string? lead) in ((string, string?)[])[(Good.StreamId!, null), ("xa-tu-to-chuc", "xa-gia-cat"), (Good.StreamId!, null)])
            year.Add((Good with { StreamId = stream, LeadUnitId = lead }).Check(new($"lop-{year.Count}"), Plan, year));
        Assert.Equal([(1, 1), (1, 2), (2, 3)], year.Select(c => (c.Number, c.NumberInPlan)));
        year[1] = year[1] with { Stage = ClassStage.Cancelled };
        Assert.Equal(4, Good.Check(new("x"), Plan, year).NumberInPlan);
        // Some were founded before there were such numbers.
        TrainingClass[] kept = [.. year.Select(c => c with { NumberInPlan = 0 })];
        Assert.Equal(4, Good.Check(new("x"), Plan, kept).NumberInPlan);
        Assert.Equal(10, Good.Check(new("x"), Plan, [kept[0], kept[1] with { NumberInPlan = 9 }]).NumberInPlan);
    }

    [Fact]
    public void Check_TakesPriorityPlacesFromThePlansGroups()
    {
        Plan plan = Plan with { PriorityGroups = [new("g", "Nhóm", ["xa-mau-son"], [new PriorityVillage("xa-gia-cat", "Bản Lề")])] };
        TrainingClass c = Good.Check(new("lop-1"), plan, []);
        Assert.Equal([new PriorityPlace("xa-mau-son"), new PriorityPlace("xa-gia-cat", "Bản Lề")], c.PriorityPlaces);
        Assert.True(c.PriorityPlaces[0].Includes("xa-mau-son", "Thôn bất kỳ"));
        Assert.True(c.PriorityPlaces[1].Includes("xa-gia-cat", "BẢN  LÊ"));
        Assert.False(c.PriorityPlaces[1].Includes("xa-gia-cat", "Bản Lìm"));
        Assert.False(c.PriorityPlaces[1].Includes("xa-tan-lien", "Bản Lề"));
    }

    [Fact]
    public void Check_KeepsWhatTheOfficerWrote()
    {
        string[] topics = [Plan.Topics[1].Id];
        ClassForm form = Good with
        {
            Title = "Tập huấn  vườn mẫu",
            LeadUnitId = "van-phong-dieu-phoi",
            TopicIds = topics,
            Capacity = 40,
            SeatsHeldForPriority = 10,
            PriorityReleaseAt = new DateTimeOffset(2024, 5, 8, 8, 0, 0, TimeSpan.FromHours(7)),
            Minimum = 15,
        };
        TrainingClass c = form.Check(new("lop-1"), Plan, []);
        Assert.Equal(
            ("Tập huấn vườn mẫu", "van-phong-dieu-phoi", 40, 10, 15),
            (c.Title, c.LeadUnitId, c.Seats.Capacity, c.Seats.HeldForPriority, c.Minimum));
        Assert.Equal(topics, c.TopicIds);
        Assert.Equal((SampleClass.At("2024-05-08 08:00"), TimeSpan.Zero), (c.Seats.ReleaseAt, c.Seats.ReleaseAt!.Value.Offset));
        Assert.Empty(Good.Check(new("lop-1"), Plan, []).TopicIds);
    }

    [Fact]
    public void Check_TakesFromTheStreamWhatTheOfficerLeavesOpen()
    {
        Plan plan = Plan with { Streams = [Plan.Streams[0] with { SeatsPerClass = 60, PrioritySeats = 12, MinimumParticipants = 20 }] };
        TrainingClass c = Good.Check(new("lop-1"), plan, []);
        Assert.Equal((60, 12, 20), (c.Seats.Capacity, c.Seats.HeldForPriority, c.Minimum));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public void Check_AtTheEndsOfTheRanges_IsFine(int capacity)
    {
        TrainingClass most = (Good with { Capacity = capacity, SeatsHeldForPriority = capacity, Minimum = capacity }).Check(new("lop-1"), Plan, []);
        Assert.Equal((capacity, capacity, capacity), (most.Seats.Capacity, most.Seats.HeldForPriority, most.Minimum));
        TrainingClass least = (Good with { Capacity = capacity, SeatsHeldForPriority = 0, Minimum = 0 }).Check(new("lop-1"), Plan, []);
        Assert.Equal((0, 0), (least.Seats.HeldForPriority, least.Minimum));
    }

    /// <remarks>The texts of the refusals name these facts.</remarks>
    [Fact]
    public void Check_OfABadForm_SaysWhatWouldBeRight()
    {
        ClassForm form = Good with { TopicIds = ["khong-co"], Capacity = 501, SeatsHeldForPriority = 502, Minimum = 503 };
        (string, object)[][] facts = [.. Assert.Throws<InvalidInputException>(() => form.Check(new("x"), Plan, [])).Errors.Select(e => e.Facts)];
        Assert.Equal<(string, object)>(
            [("topic", "khong-co"), ("from", 1), ("to", 500), ("from", 0), ("to", 501), ("from", 0), ("to", 501)], facts.SelectMany(f => f));

        TrainingClass[] ten = [.. Enumerable.Range(1, 10).Select(n => Good.Check(new($"lop-{n}"), Plan, []) with { Number = n })];
        Assert.Equal<(string, object)>(
            [("stream", Plan.Streams[0].DisplayTitle), ("count", 10)], Assert.Throws<RuleBrokenException>(() => Good.Check(new("x"), Plan, ten)).Facts);
        Plan elsewhere = Plan with { Streams = [Plan.Streams[0] with { QualifyingUnitIds = ["xa-tan-lien"] }] };
        Assert.Equal<(string, object)>(
            [("stream", Plan.Streams[0].DisplayTitle)], Assert.Throws<RuleBrokenException>(() => Good.Check(new("x"), elsewhere, [])).Facts);
    }

    public static TheoryData<string, string, string> BadForms() => new()
    {
        { "no stream", "streamId", "required" },
        { "unknown stream", "streamId", "stream-unknown" },
        { "open lead", "leadUnitId", "required" },
        { "unknown lead", "leadUnitId", "unit-unknown" },
        { "no host", "hostUnitId", "required" },
        { "host is an office", "hostUnitId", "unit-unknown" },
        { "unknown topic", "topicIds", "topic-unknown" },
        { "no seat", "capacity", "range" },
        { "501 seats", "capacity", "range" },
        { "more held than seats", "seatsHeldForPriority", "range" },
        { "negative held", "seatsHeldForPriority", "range" },
        { "minimum over seats", "minimum", "range" },
        { "formula title", "title", "formula" },
    };

    [Theory]
    [MemberData(nameof(BadForms))]
    public void Check_OfABadForm_NamesFieldAndCode(string what, string field, string code)
    {
        ClassForm form = what switch
        {
            "no stream" => Good with { StreamId = null, LeadUnitId = "hoi-nong-dan" },
            "unknown stream" => Good with { StreamId = "khong-co", LeadUnitId = "hoi-nong-dan" },
            "open lead" => Good with { StreamId = OpenLead },
            "unknown lead" => Good with { LeadUnitId = "khong-co" },
            "no host" => Good with { HostUnitId = null },
            "host is an office" => Good with { HostUnitId = "phong-van-hoa-thong-tin" },
            "unknown topic" => Good with { TopicIds = [Plan.Topics[0].Id, "khong-co"] },
            "no seat" => Good with { Capacity = 0, Minimum = 0, SeatsHeldForPriority = 0 },
            "501 seats" => Good with { Capacity = 501 },
            "more held than seats" => Good with { SeatsHeldForPriority = 51 },
            "negative held" => Good with { SeatsHeldForPriority = -1 },
            "minimum over seats" => Good with { Minimum = 51 },
            _ => Good with { Title = "=1+1" },
        };
        FieldError error = Assert.Single(Assert.Throws<InvalidInputException>(() => form.Check(new("x"), Plan, [])).Errors);
        Assert.Equal((field, code), (error.Field, error.Code));
    }

    [Fact]
    public void Check_WhenTheStreamHasAllItsClasses_IsRefused_ButACancelledOneIsReplaced()
    {
        TrainingClass[] ten = [.. Enumerable.Range(1, 10).Select(n => Good.Check(new($"lop-{n}"), Plan, []) with { Number = n })];
        Assert.Equal(Rule.StreamFull, Assert.Throws<RuleBrokenException>(() => Good.Check(new("lop-11"), Plan, ten)).Rule);
        ten[9] = ten[9] with { Stage = ClassStage.Cancelled };
        Assert.Equal(11, Good.Check(new("lop-11"), Plan, ten).Number);
    }

    [Fact]
    public void Check_OfACommunesOwnStream_HasNoEnd()
    {
        ClassForm own = Good with { StreamId = "xa-tu-to-chuc", LeadUnitId = "xa-gia-cat" };
        TrainingClass[] many = [.. Enumerable.Range(1, 40).Select(n => own.Check(new($"lop-{n}"), Plan, []) with { Number = n })];
        Assert.Equal((41, 50), (own.Check(new("x"), Plan, many).Number, own.Check(new("x"), Plan, many).Seats.Capacity));
    }

    [Fact]
    public void Check_OfAHostThatDoesNotQualify_IsRefused()
    {
        Plan plan = Plan with { Streams = [Plan.Streams[0] with { QualifyingUnitIds = ["xa-tan-lien"] }] };
        Assert.Equal(Rule.ClassHostNotQualified, Assert.Throws<RuleBrokenException>(() => Good.Check(new("x"), plan, [])).Rule);
        Assert.Equal("xa-tan-lien", (Good with { HostUnitId = "xa-tan-lien" }).Check(new("x"), plan, []).HostUnitId);
    }
}
