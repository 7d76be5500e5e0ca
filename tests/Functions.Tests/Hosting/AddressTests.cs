using System.Reflection;
using System.Text.RegularExpressions;
using NtmServerless.Domain.Agenda;
using NtmServerless.Domain.Tours;
using NtmServerless.Pages.Addresses;
using NtmServerless.Pages.Audit;
using NtmServerless.Pages.Home;
using Xunit;

namespace NtmServerless.Functions.Tests.Hosting;

/// <summary>
/// Every address of ours is made in one place and reaches the function that is meant: the members of <c>XPaths</c> fill the routes of
/// <c>XRoutes</c> of the same name (<c>Of</c> fills <c>One</c>), and the router is asked where each leads.
/// </summary>
public sealed partial class AddressTests
{
    private const string Sample = "a-1";

    private static readonly PageRouter Router = new();

    private static readonly Type[] PageTypes = typeof(ClassRoutes).Assembly.GetExportedTypes();

    /// <summary>The constants of every <c>XRoutes</c>: whose they are, their name, the route.</summary>
    private static readonly (string Owner, string Name, string Route)[] Routes =
    [
        .. from type in PageTypes
           where type.Name.EndsWith("Routes", StringComparison.Ordinal)
           from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
           select (type.Name[..^"Routes".Length], field.Name, (string)field.GetRawConstantValue()!),
    ];

    /// <summary>Addresses with a query, by the route that they lead to.</summary>
    private static readonly Dictionary<string, string> OtherNames = new()
    {
        ["ClassPaths.NewOf"] = "New",
        ["AccountPaths.ResetBy"] = "Reset",
        ["CommunicationPaths.OfDay"] = "List",
        ["DaysOffPaths.InYear"] = "List",
        ["DeclarationPaths.Accepted"] = "List",
        ["DeclarationPaths.Waiting"] = "List",
        ["DocumentPaths.RegisterOf"] = "Register",
        ["DocumentPaths.RegisterFile"] = "RegisterExport",
        ["EvidencePaths.Scanned"] = "Scan",
        ["PeriodicReportPaths.AnswerOf"] = "Answer",
        ["PlanPaths.CopyFileOf"] = "CopyFile",
        ["PostPaths.Failed"] = "Messages",
        ["PostPaths.Unread"] = "Inbox",
        ["PracticePaths.Moved"] = "Clock",
        ["RegistrationPaths.RegisterFrom"] = "Register",
        ["TourPaths.NewOf"] = "New",
    };

    // Their "Of" gives addresses of other features.
    private static readonly Type[] LeadElsewhere = [typeof(PostPaths), typeof(FirstStepsPaths)];

    public static TheoryData<AgendaKind, string> Errands => new()
    {
        { AgendaKind.PlanClasses, "AskForNewClass" },
        { AgendaKind.AnnounceClass, "ShowAnnouncement" },
        { AgendaKind.GiveNewDates, "ShowAnnouncement" },
        { AgendaKind.DecideTooFew, "ShowClass" },
        { AgendaKind.ConfirmHeld, "ShowClass" },
        { AgendaKind.TellPeople, "ShowTelling" },
        { AgendaKind.LookAtList, "ShowRoster" },
        { AgendaKind.TakeAttendance, "ShowAttendance" },
        { AgendaKind.UploadEvidence, "ShowEvidence" },
        { AgendaKind.ExplainDifference, "ShowSignatures" },
        { AgendaKind.FileReport, "ShowClassReport" },
        { AgendaKind.ReviseReport, "ShowClassReport" },
        { AgendaKind.ApproveReport, "ShowClassReport" },
        { AgendaKind.PlanTour, "ShowTours" },
        { AgendaKind.AnnounceTour, "ShowTour" },
        { AgendaKind.GiveTourNewDates, "ShowTour" },
        { AgendaKind.NameTourMembers, "ShowTour" },
        { AgendaKind.FileTourReport, "ShowTour" },
        { AgendaKind.ApprovePeriodicReport, "ShowReport" },
        { AgendaKind.SubmitPeriodicReport, "ShowReport" },
        { AgendaKind.AcceptDeclared, "ShowDeclarations" },
        { AgendaKind.CorrectDeclared, "ShowDeclarationCorrection" },
        { AgendaKind.AnswerReport, "ShowReportAnswer" },
        { AgendaKind.LogCommunication, "ShowCommunication" },
    };

    [Fact]
    public async Task Address_OfEveryRoute_ReachesTheFunctionsOfThatRoute()
    {
        List<string> wrong = [];
        int asked = 0;
        foreach ((string owner, string name, string address) in Addresses())
        {
            string? route = Routes.FirstOrDefault(r => r.Owner == owner && r.Name == name).Route;
            var meant = Endpoints.HttpFunctions().Where(f => f.Trigger.Route == route).ToArray();
            if (meant.Length == 0) wrong.Add($"{owner}Paths.{name}: no function answers {route ?? "such a route"}");
            foreach ((string function, string verb) in meant.SelectMany(f => f.Trigger.Methods!, (f, verb) => (f.Name, verb)))
            {
                asked++;
                string? found = await Router.FindAsync(verb, address);
                if (found != function) wrong.Add($"{verb} {address}: {found ?? "nothing"} instead of {function}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(asked > 100, $"{asked} addresses");
    }

    [Fact]
    public void Route_OfEveryPage_HasItsAddress()
    {
        string[] withAddress = [.. Addresses().Select(a => $"{a.Owner}.{a.Name}")];
        Assert.All(
            Endpoints.HttpFunctions().Where(f => Endpoints.Pages.Contains(f.Name) && f.Name is not ("ZzzNotFound" or "GetStaticFile" or "PostPersonSearch")),
            f => Assert.Contains(Routes, r => r.Route == f.Trigger.Route && withAddress.Contains($"{r.Owner}.{r.Name}")));
    }

    [Theory]
    [MemberData(nameof(Errands))]
    public async Task Agenda_OfEachKind_LeadsToThePageWhereItIsDone(AgendaKind kind, string page) =>
        Assert.Equal(page, await Router.FindAsync("get", AgendaPaths.Of(new AgendaItem(kind, Sample, default, false, 0, 2))));

    [Fact]
    public void Agenda_EveryKind_IsTried() =>
        Assert.Equal(Enum.GetValues<AgendaKind>().Order(), Errands.Select(e => e.Data.Item1).Order());

    [Theory]
    [InlineData(PostSubjectKind.Class, "ShowClass")]
    [InlineData(PostSubjectKind.Tour, "ShowTour")]
    [InlineData(PostSubjectKind.Report, "ShowReport")]
    [InlineData(PostSubjectKind.Declaration, "ShowOneDeclaration")]
    [InlineData(PostSubjectKind.Message, "ShowMessages")]
    [InlineData(PostSubjectKind.Account, "ShowOneAccount")]
    public async Task Notice_AboutEachKind_LeadsToItsPage(PostSubjectKind kind, string page) =>
        Assert.Equal(page, await Router.FindAsync("get", PostPaths.Of(new PostSubject(kind, Sample), NoticeKind.ClassAnnounced)));

    [Fact]
    public async Task Notice_ThatAsksForAnAnswer_LeadsToTheAnswer()
    {
        PostSubject report = new(PostSubjectKind.Report, Sample);
        Assert.Equal("ShowReportAnswer", await Router.FindAsync("get", PostPaths.Of(report, NoticeKind.PeriodicReportAsked)));
    }

    [Fact]
    public async Task Notice_OfWhatWasDeclared_LeadsToAllThatWaits() => Assert.Equal(
        "ShowDeclarations", await Router.FindAsync("get", PostPaths.Of(new PostSubject(PostSubjectKind.Declaration, Sample), NoticeKind.DeclarationSent)));

    [Theory]
    [InlineData(AuditPlace.Class, "Open", "ShowClass")]
    [InlineData(AuditPlace.Trail, "roster-read", "ShowClass")]
    [InlineData(AuditPlace.Tours, "Announced", "ShowTour")]
    [InlineData(AuditPlace.Trail, "report-approved", "ShowReport")]
    [InlineData(AuditPlace.Trail, "declaration-accepted", "ShowOneDeclaration")]
    [InlineData(AuditPlace.Documents, "document-made", "ShowDocuments")]
    [InlineData(AuditPlace.Trail, "plan-loaded", "ShowPlan")]
    [InlineData(AuditPlace.Trail, "workflow-redriven", "ShowWorkflow")]
    public async Task AuditLine_OfEachPlace_LeadsToItsRecord(AuditPlace place, string what, string page) =>
        Assert.Equal(page, await Router.FindAsync("get", new AuditLine(default, [], what, 1, Sample, place).Path!));

    [Fact]
    public void Script_OfAttendance_KnowsThePageAndNoOther()
    {
        string script = File.ReadAllText(Path.Combine(AzuriteServer.RepositoryRoot(), "src", "Pages", "wwwroot", "attendance-sw.js"));
        Regex isPage = new(Regex.Match(script, @"isPage = url => /(.+)/\.test").Groups[1].Value, RegexOptions.ECMAScript);
        Assert.Matches(isPage, AttendancePaths.Of(new(Sample), 1));
        Assert.All(Addresses().Where(a => (a.Owner, a.Name) != ("Attendance", "One")), a => Assert.DoesNotMatch(isPage, a.Address));
        string offline = File.ReadAllText(Path.Combine(AzuriteServer.RepositoryRoot(), "src", "Pages", "wwwroot", "attendance-offline.js"));
        Assert.Contains($"const scope = '{ClassPaths.List}/';", offline, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_OutsideTheRoutes_WritesNoAddress()
    {
        string[] begins = [.. Routes.Select(r => r.Route.Split('/')[0]).Where(b => b != "api" && !b.StartsWith('{')).Distinct()];
        Regex written = new($"""["'(]/({string.Join('|', begins)})(?=["'/?@]|{Regex.Escape("{")})|"({string.Join('|', begins)})/""");
        string root = Path.Combine(AzuriteServer.RepositoryRoot(), "src");
        string[] found =
        [
            .. from file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
               where Source().IsMatch(file) && !Built().IsMatch(file)
               from line in File.ReadLines(file)
               where written.IsMatch(line) || file.Contains("Pages", StringComparison.Ordinal) && line.Contains("\"/api/", StringComparison.Ordinal)
               select $"{Path.GetRelativePath(root, file)}: {line.Trim()}",
        ];
        Assert.Empty(found);
    }

    /// <summary>What each public member of every <c>XPaths</c> makes, with the route that it fills.</summary>
    private static IEnumerable<(string Owner, string Name, string Address)> Addresses() =>
        from type in PageTypes
        where type.IsAbstract && type.Name.EndsWith("Paths", StringComparison.Ordinal) && type != typeof(AgendaPaths)
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let address = member switch
        {
            FieldInfo { IsLiteral: true } constant => (string)constant.GetRawConstantValue()!,
            MethodInfo { IsSpecialName: false } method when method.ReturnType == typeof(string) && !(method.Name == "Of" && LeadElsewhere.Contains(type)) =>
                (string)method.Invoke(null, [.. method.GetParameters().Select(p => SampleOf(p.ParameterType))])!,
            _ => null,
        }
        where address is not null && address.StartsWith('/')
        let name = OtherNames.GetValueOrDefault($"{type.Name}.{member.Name}", member.Name == "Of" ? "One" : member.Name)
        select (type.Name[..^"Paths".Length], name, address);

    private static object SampleOf(Type type) =>
        type == typeof(string) ? Sample
        : type == typeof(int) ? 1
        : type == typeof(DateOnly) ? new DateOnly(2026, 1, 2)
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 1, 2, 3, 0, 0, TimeSpan.Zero)
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
        // An id of its own type is made of its text.
        : Activator.CreateInstance(type, Sample)!;

    [GeneratedRegex(@"(?<!Routes)\.cs$|\.razor$")]
    private static partial Regex Source();

    [GeneratedRegex(@"[\\/](obj|bin)[\\/]")]
    private static partial Regex Built();
}
