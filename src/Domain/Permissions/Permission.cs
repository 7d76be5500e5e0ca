namespace NtmServerless.Domain.Permissions;

/// <summary>Who may do what to which record, beyond what a role may do at all. Denied unless a line here says yes.</summary>
public static class Permission
{
    /// <summary>Announces, extends, postpones, confirms the list, takes attendance, uploads, files the report.</summary>
    public static bool MayRun(this Caller caller, TrainingClass c) =>
        caller.IsAdministrator || caller.Role is Role.LeadUnit or Role.Commune && caller.UnitId == c.LeadUnitId;

    /// <summary>A commune puts classes of its own into the year; a lead unit those it leads.</summary>
    public static bool MayPlanFor(this Caller caller, string leadUnitId) =>
        caller.IsAdministrator || caller.Role is Role.LeadUnit or Role.Commune && caller.UnitId == leadUnitId;

    /// <summary>Deals the classes of the plan's streams out: the administrators, and the plan's coordination office where it has another role.</summary>
    public static bool MayDeal(this Caller caller, Plan plan) =>
        caller.IsAdministrator || caller.MayPlanFor(caller.UnitId) && caller.UnitId == plan.FindOffice();

    /// <summary>Hands the lead of a class on: the office, and the unit that the plan names while it leads; who got it from another cannot pass it on.</summary>
    public static bool MayTransferLead(this Caller caller, Plan plan, TrainingClass c) => caller.IsAdministrator
        || caller.MayRun(c) && plan.FindUnit(caller.UnitId) is { } unit && plan.FindStream(c.StreamId)?.Lead.Include(unit) == true;

    /// <summary>Hands the lead of a tour on: as with a class.</summary>
    public static bool MayTransferLead(this Caller caller, Plan plan, StudyTour t) => caller.IsAdministrator
        || caller.MayRun(t) && plan.FindUnit(caller.UnitId) is { } unit
            && plan.StudyTours.FirstOrDefault(p => p.Id == t.PlannedTourId)?.Lead.Include(unit) == true;

    /// <summary>Takes attendance where the class is held as well: the host commune's clerk stands at the door.</summary>
    public static bool MayTakeAttendance(this Caller caller, TrainingClass c) =>
        caller.MayRun(c) || caller.Role == Role.Commune && caller.UnitId == c.HostUnitId;

    /// <summary>Sees a registration with its personal data: who runs or hosts the class, and a commune its own people.</summary>
    public static bool MaySee(this Caller caller, TrainingClass c, Registration r) =>
        caller.MayTakeAttendance(c) || caller.Role == Role.Commune && caller.UnitId == r.Applicant.UnitId;

    /// <summary>Registers or cancels for somebody: a commune for its own people, who runs the class for anybody.</summary>
    public static bool MayRegister(this Caller caller, TrainingClass c, string applicantUnitId) =>
        caller.MayRun(c) || caller.Role == Role.Commune && caller.UnitId == applicantUnitId;

    /// <summary>Gives a seat to somebody else: who runs the class, or a commune from one of its own people to another.</summary>
    public static bool MayReplace(this Caller caller, TrainingClass c, Registration leaving, Applicant substitute) =>
        caller.MayRegister(c, leaving.Applicant.UnitId) && caller.MayRegister(c, substitute.UnitId);

    public static bool MayRun(this Caller caller, StudyTour t) =>
        caller.IsAdministrator || caller.Role is Role.LeadUnit or Role.Commune && caller.UnitId == t.LeadUnitId;

    /// <summary>Names members of a tour: who runs it, and each unit its own people.</summary>
    public static bool MayNominate(this Caller caller, StudyTour t, string memberUnitId) => caller.MayRun(t) || caller.UnitId == memberUnitId;

    /// <summary>Answers to a report: each unit for itself; the Coordination Office for a unit that sends paper.</summary>
    public static bool MayAnswerFor(this Caller caller, string unitId) =>
        caller.IsAdministrator || caller.Role is Role.LeadUnit or Role.Commune or Role.CultureOffice && caller.UnitId == unitId;

    /// <summary>Compiles and submits reports: the unit that the plan names for it.</summary>
    public static bool MayCompile(this Caller caller, Plan plan) => caller.IsAdministrator
        || caller.Role is Role.LeadUnit or Role.Commune or Role.CultureOffice && caller.UnitId == ReportPosts.Of(plan).Compiler;

    /// <summary>Says where messages to a unit go: each unit for itself.</summary>
    public static bool MayAddress(this Caller caller, string unitId) => caller.IsAdministrator || caller.UnitId == unitId;

    /// <summary>Logs communication work: each unit its own.</summary>
    public static bool MayLogFor(this Caller caller, string unitId) => caller.IsAdministrator || caller.UnitId == unitId;

    /// <summary>Declares classes that were held, corrects and withdraws them: each unit its own.</summary>
    public static bool MayDeclareFor(this Caller caller, string unitId) =>
        caller.IsAdministrator || caller.Role is Role.LeadUnit or Role.Commune or Role.CultureOffice && caller.UnitId == unitId;

    /// <summary>Accepts and returns declared classes: the office alone.</summary>
    public static bool MayAcceptDeclared(this Caller caller) => caller.IsAdministrator;

    /// <summary>Reads a document of a class: who runs it all, the committee and the host commune those that name no participant.</summary>
    public static bool MayReadDocument(this Caller caller, TrainingClass c, DocumentKind kind) =>
        caller.MayRun(c) || !kind.HoldsPersonalData() && (caller.Role == Role.Committee || caller.Role == Role.Commune && caller.UnitId == c.HostUnitId);

    /// <summary>Keeps the register of a unit's documents: the administrators, and each unit its own.</summary>
    public static bool MayKeepRegister(this Caller caller, string unitId) => caller.IsAdministrator || caller.UnitId == unitId && caller.Role != Role.Committee;
}
