using Xunit;

namespace NtmServerless.Domain.Tests.Permissions;

/// <summary>Role by relation by act. A unit is the leader, the host, the person's own commune, a partner, or a stranger.</summary>
public sealed class PermissionTests
{
    private const string Leader = SampleClass.Lead;
    private const string Host = "xa-tan-lien";
    private const string Own = "xa-gia-cat";
    private const string Partner = SampleClass.Partner;
    private const string Stranger = "xa-yen-trach";

    private static readonly string[] Relations = [Leader, Host, Own, Partner, Stranger];
    private static readonly TrainingClass Class = SampleClass.Registering() with { HostUnitId = Host };
    private static readonly Registration Person = AttendanceBook.Person(1);
    private static readonly StudyTour Tour = SampleTour.Planned with { LeadUnitId = Leader };

    private static readonly Plan CompiledByOwn = SamplePlan.Plan with { Reporting = SamplePlan.Plan.Reporting with { CompiledByUnitId = Own } };

    private static readonly Dictionary<string, Func<Caller, bool>> Acts = new()
    {
        ["run the class"] = caller => caller.MayRun(Class),
        ["plan for the leader"] = caller => caller.MayPlanFor(Leader),
        ["take attendance"] = caller => caller.MayTakeAttendance(Class),
        ["see the person"] = caller => caller.MaySee(Class, Person),
        ["register the person"] = caller => caller.MayRegister(Class, Own),
        ["replace the person by a neighbour"] = caller =>
            caller.MayReplace(Class, Person, Person.Applicant with { Personal = Person.Applicant.Personal! with { FullName = "Vi Thị Hoa" } }),
        ["replace the person by a stranger"] = caller =>
            caller.MayReplace(Class, Person, Person.Applicant with { Counted = Person.Applicant.Counted with { UnitId = Stranger } }),
        ["read the announcement"] = caller => caller.MayReadDocument(Class, DocumentKind.Announcement),
        ["read the list of people"] = caller => caller.MayReadDocument(Class, DocumentKind.Participants),
        ["keep the leader's register"] = caller => caller.MayKeepRegister(Leader),
        ["run the tour"] = caller => caller.MayRun(Tour),
        ["nominate for its own commune"] = caller => caller.MayNominate(Tour, Own),
        ["log work of its own commune"] = caller => caller.MayLogFor(Own),
        ["answer for its own commune"] = caller => caller.MayAnswerFor(Own),
        ["declare for its own commune"] = caller => caller.MayDeclareFor(Own),
        ["accept what is declared"] = caller => caller.MayAcceptDeclared(),
        ["compile where its own commune does"] = caller => caller.MayCompile(CompiledByOwn),
        ["say where post of its own commune goes"] = caller => caller.MayAddress(Own),
    };

    // Columns: leader, host, the person's own commune, partner, stranger.
    [Theory]
    [InlineData("run the class", "XXXXX", "X----", "X----", "-----", "-----")]
    [InlineData("plan for the leader", "XXXXX", "X----", "X----", "-----", "-----")]
    [InlineData("take attendance", "XXXXX", "X----", "XX---", "-----", "-----")]
    [InlineData("see the person", "XXXXX", "X----", "XXX--", "-----", "-----")]
    [InlineData("register the person", "XXXXX", "X----", "X-X--", "-----", "-----")]
    [InlineData("replace the person by a neighbour", "XXXXX", "X----", "X-X--", "-----", "-----")]
    [InlineData("replace the person by a stranger", "XXXXX", "X----", "X----", "-----", "-----")]
    [InlineData("read the announcement", "XXXXX", "X----", "XX---", "-----", "XXXXX")]
    [InlineData("read the list of people", "XXXXX", "X----", "X----", "-----", "-----")]
    [InlineData("keep the leader's register", "XXXXX", "X----", "X----", "X----", "-----")]
    [InlineData("run the tour", "XXXXX", "X----", "X----", "-----", "-----")]
    [InlineData("nominate for its own commune", "XXXXX", "X-X--", "X-X--", "--X--", "--X--")]
    [InlineData("log work of its own commune", "XXXXX", "--X--", "--X--", "--X--", "--X--")]
    [InlineData("answer for its own commune", "XXXXX", "--X--", "--X--", "--X--", "-----")]
    [InlineData("declare for its own commune", "XXXXX", "--X--", "--X--", "--X--", "-----")]
    [InlineData("accept what is declared", "XXXXX", "-----", "-----", "-----", "-----")]
    [InlineData("compile where its own commune does", "XXXXX", "--X--", "--X--", "--X--", "-----")]
    [InlineData("say where post of its own commune goes", "XXXXX", "--X--", "--X--", "--X--", "--X--")]
    public void Act_IsAllowedByRoleAndRelation(
        string act, string administrator, string leadUnit, string commune, string cultureOffice, string committee)
    {
        foreach ((Role role, string expected) in Enum.GetValues<Role>().Zip([administrator, leadUnit, commune, cultureOffice, committee]))
        {
            string allowed = string.Concat(Relations.Select(unit => Acts[act](new Caller(role, unit, "x")) ? 'X' : '-'));
            Assert.True(expected == allowed, $"{role}: expected {expected}, but {allowed}");
        }
    }

    [Fact]
    public void Actor_KeepsNameAndUnit_AndNeverAParticipant()
    {
        Assert.Equal(new Actor("lan", Own), Actor.Of(new Caller(Role.Commune, Own, "lan")));
        Assert.Equal(("public", "lifecycle", "form:kobo"), (Actor.Public.Name, Actor.Lifecycle.Name, Actor.OutsideForm("kobo").Name));
    }
}
