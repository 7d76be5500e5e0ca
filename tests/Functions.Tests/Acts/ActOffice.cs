using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NtmServerless.Domain.Attendance;
using NtmServerless.Domain.Evidence;
using NtmServerless.Domain.People;
using NtmServerless.Domain.PeriodicReports.Answers;
using NtmServerless.Domain.Tours;
using NtmServerless.Storage.PeriodicReports;
using NtmServerless.Storage.Plans;
using Xunit;

namespace NtmServerless.Functions.Tests.Acts;

/// <summary>Acts on the same records, one after the other.</summary>
[CollectionDefinition]
public sealed class ActCollection : ICollectionFixture<ActOffice>;

/// <summary>
/// The app's own services on records of their own, without a host: what an act refuses, it refuses before anything of the platform
/// is asked. The clock stands still on a day on which one class is being held.
/// </summary>
public sealed class ActOffice(RunningApp app) : IAsyncLifetime
{
    public static readonly PlanId OfPlan = new(TestPlan.Id);
    public const string Lead = "hoi-nong-dan";
    public const string OtherLead = "hoi-phu-nu";
    public const string Host = TestPlan.Commune;
    public const string OtherCommune = TestPlan.OtherCommune;

    /// <summary>Codes of the two people of each class: of <see cref="OtherCommune"/>, and of <see cref="Host"/>.</summary>
    public const string Code = "ABCD2345", HostsCode = "EFGH6789";

    public static readonly DateTimeOffset Now = new(2024, 6, 10, 2, 0, 0, TimeSpan.Zero);

    public static readonly Caller Administrator = new(Role.Administrator, TestPlan.Office, "administrator");

    /// <summary>One caller of each kind that a rule tells apart, by name.</summary>
    public static readonly IReadOnlyDictionary<string, Caller> Callers = new Dictionary<string, Caller>
    {
        ["administrator"] = Administrator,
        ["lead"] = new(Role.LeadUnit, Lead, "lead"),
        ["other lead"] = new(Role.LeadUnit, OtherLead, "other lead"),
        ["host"] = new(Role.Commune, Host, "host"),
        ["other commune"] = new(Role.Commune, OtherCommune, "other commune"),
        ["culture"] = new(Role.CultureOffice, "phong-van-hoa-thong-tin", "culture"),
        ["committee"] = new(Role.Committee, "ban-chi-dao", "committee"),
    };

    private ServiceProvider? _services;
    private int _made;

    public T Get<T>()
        where T : notnull
    {
        // Where Azurite is not installed, whoever asks is skipped.
        _ = app.Process;
        return _services!.GetRequiredService<T>();
    }

    public async ValueTask InitializeAsync()
    {
        if (!AzuriteServer.IsInstalled) return;
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = app.Storage,
            ["RecordsStoragePrefix"] = "acts",
            [$"WebhookSecret:{TestPlan.FormId}"] = TestPlan.FormSecret,
        }).Build();
        ServiceCollection services = new();
        services.AddSingleton(configuration);
        services.AddLogging();
        services.AddNtm(configuration);
        services.AddSingleton<TimeProvider>(new StandingClock());
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<RecordsStorage>().CreateAsync(default);
        await _services.GetRequiredService<PlanActs>().ImportAsync(
            System.Text.Encoding.UTF8.GetBytes(TestPlan.Json().ToJsonString()), Actor.Lifecycle, default);
    }

    public static Ask<T> Ask<T>(T form, Caller? by = null) =>
        new(form, new Submission(Submission.OwnKey(), "content", by is null ? Actor.Public : Actor.Of(by)), by, new Quiet(), TestContext.Current.CancellationToken);

    public static Ask<NoForm> Ask(Caller? by = null) => Ask(new NoForm(), by);

    /// <summary>A class with two people in it, put into a stage.</summary>
    public async Task<string> ClassAsync(ClassStage stage)
    {
        int days = stage switch { ClassStage.Reporting or ClassStage.Closed => -10, ClassStage.Holding => 0, _ => 20 };
        Session[] sessions =
        [
            new(1, Now.AddDays(days).AddHours(-1), Now.AddDays(days).AddHours(2)), new(2, Now.AddDays(days).AddHours(4), Now.AddDays(days).AddHours(7)),
        ];
        Ask<NoForm> ask = Ask(Administrator);
        TrainingClass founded = await Get<ClassFounding>().FoundAsync(OfPlan, ask.Submission, ask.Waker, (id, existing, _) => new TrainingClass
        {
            Id = id,
            PlanId = OfPlan,
            StreamId = TestPlan.OpenStream,
            Number = existing.Count + 1,
            Title = $"Lớp {Interlocked.Increment(ref _made)}",
            LeadUnitId = Lead,
            HostUnitId = Host,
            Seats = new Seats(50),
            Minimum = 1,
            Stage = stage == ClassStage.Planned ? stage : ClassStage.Registering,
            Announcement = stage == ClassStage.Planned ? null : new Announcement("01/TB", "Nhà văn hóa xã", Now.AddDays(-30), Now.AddDays(15), Now.AddDays(-31)),
            Sessions = stage == ClassStage.Planned ? [] : [.. sessions.Select(s => s with { StartsAt = s.StartsAt.AddDays(40), EndsAt = s.EndsAt.AddDays(40) })],
        }, ask.Cancellation);
        if (stage == ClassStage.Planned) return founded.Id;
        await Get<ClassStore>().WriteAsync(founded.Id, ask.Submission, ask.Waker, (work, _) =>
        {
            foreach ((string code, string unit) in ((string, string)[])[(Code, OtherCommune), (HostsCode, Host)])
            {
                (TrainingClass c, Registration r) = RegistrationDecisions.Register(work.Class, Person(code, unit), code, RegistrationSource.PublicForm, null, false, Now);
                work.Set(c);
                work.Add(r);
            }

            work.Set(work.Class with { Stage = stage, Sessions = sessions, Trace = new ClassTrace { NewDatesAskedAt = stage == ClassStage.Postponed ? Now : null } });
            return Task.FromResult(work.Class.Id);
        });
        return founded.Id;
    }

    public static Applicant Person(string name, string unit) =>
        (Form(name, unit) with { FullName = $"Hoàng Văn {name[..4]}", BirthYear = 1980 }).Check(Now.Year, _ => true, typed => typed);

    public static RegistrationForm Form(string name, string unit) => new()
    {
        FullName = $"Lý Thị {name}",
        BirthYear = 1985,
        Sex = Sex.Female,
        Village = "Thôn Nà Pài",
        UnitId = unit,
        Audience = Audience.Cooperative,
        Consent = true,
    };

    public static SubstituteForm Substitute(string name, string unit) => new()
    {
        FullName = $"Lý Thị {name}",
        BirthYear = 1985,
        Sex = Sex.Female,
        Village = "Thôn Nà Pài",
        UnitId = unit,
        Audience = Audience.Cooperative,
        Consent = true,
        Reason = "Bận việc",
    };

    /// <summary>A file as it stands after it was received.</summary>
    public static UploadedFile File(EvidenceKind kind, int? session = null, string sha256 = "ab") =>
        new(kind, FileType.Pdf, sha256.PadRight(64, '0'), 3, session, null, new MemoryStream([1, 2, 3]));

    public async Task<string> TourAsync(TourStage stage, string? member = null)
    {
        Ask<NoForm> ask = Ask(Administrator);
        StudyTour tour = await Get<TourStore>().FoundAsync(OfPlan, ask.Submission, ask.Waker, id => new StudyTour
        {
            Id = id,
            PlanId = OfPlan,
            PlannedTourId = $"tham-quan-{Interlocked.Increment(ref _made)}",
            LeadUnitId = Lead,
            MinimumMembers = 1,
            MaximumMembers = 2,
            Stage = stage,
            Destination = "Bắc Giang",
            DepartsOn = new DateOnly(2024, 7, 10),
            ReturnsOn = new DateOnly(2024, 7, 12),
            NominationsCloseAt = Now.AddDays(20),
        }, ask.Cancellation);
        if (member is not null) await Get<TourActs>().AddMemberAsync(OfPlan, tour.Id, Ask(Member(member), Administrator));
        return tour.Id;
    }

    public static TourMemberForm Member(string unit) => new() { FullName = "Nông Văn Hợp", Position = "Phó Chủ tịch", UnitId = unit };

    /// <summary>A report on some days that nobody else made, asked of <see cref="OtherCommune"/>.</summary>
    public async Task<string> ReportAsync(ReportStage stage = ReportStage.Asked)
    {
        DateOnly day = new DateOnly(2024, 1, 1).AddDays(Interlocked.Increment(ref _made));
        ReportingPeriod period = new(PeriodKind.AdHoc, 2024, 0, day, day.AddDays(1));
        await Get<PeriodicReportStore>().AskAsync(new PeriodicReport
        {
            PlanId = OfPlan,
            Id = period.Id,
            Period = period,
            AskedAt = Now,
            Stage = stage,
            Owers = [new ReportOwed(OtherCommune, [ReportDebt.OwnClasses])],
        }, TestContext.Current.CancellationToken);
        return period.Id;
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>No lifecycle runs here that could be woken.</summary>
    private sealed class Quiet : IWakers
    {
        public Task WakeAsync(TrainingClass changed, CancellationToken cancellation) => Task.CompletedTask;

        public Task WakeAsync(StudyTour changed, CancellationToken cancellation) => Task.CompletedTask;

        public Task WakeAsync(PeriodicReport changed, CancellationToken cancellation) => Task.CompletedTask;

        public Task DeliverAsync(PostBatch batch, CancellationToken cancellation) => Task.CompletedTask;

        public Task StartAsync(string orchestrator, string id, object input, CancellationToken cancellation) => Task.CompletedTask;

        public Task RaiseOrStartAsync(string orchestrator, string id, object input, bool over, CancellationToken cancellation) => Task.CompletedTask;

        public Task<Redrive> RedriveAsync(string orchestrator, string id, object input, CancellationToken cancellation) => Task.FromResult(Redrive.Woken);
    }
}
