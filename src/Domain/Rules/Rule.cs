namespace NtmServerless.Domain.Rules;

/// <summary>
/// The stable name of every rule that can refuse a request. A client sees it as the problem's <c>type</c>;
/// the Vietnamese text of each stands in <c>src/Texts/vi/problems.json</c> under the same name.
/// </summary>
public static class Rule
{
    public const string ClassStage = "class-stage";
    public const string ClassDates = "class-dates";
    public const string DatesWarned = "dates-warned";
    public const string ClassHostNotQualified = "class-host-not-qualified";
    public const string StreamFull = "stream-full";
    public const string ShareFull = "share-full";
    public const string SharesChanged = "shares-changed";
    public const string RegistrationNotOpen = "registration-not-open";
    public const string RegistrationClosed = "registration-closed";
    public const string AlreadyRegistered = "already-registered";
    public const string RegistrationActive = "registration-active";
    public const string CorrectedTooOften = "corrected-too-often";
    public const string RegistrationNotActive = "registration-not-active";
    public const string AudienceNotInvited = "audience-not-invited";
    public const string CapacityBelowConfirmed = "capacity-below-confirmed";
    public const string CancelTooLate = "cancel-too-late";
    public const string SubstituteNeedsSeat = "substitute-needs-seat";
    public const string SubstituteNotPriority = "substitute-not-priority";
    public const string DecisionNotAsked = "decision-not-asked";
    public const string SessionUnknown = "session-unknown";
    public const string SessionNotStarted = "session-not-started";
    public const string AttendanceClosed = "attendance-closed";
    public const string AttendanceCodeUnknown = "attendance-code-unknown";
    public const string SheetMissing = "sheet-missing";
    public const string MarksMissing = "marks-missing";
    public const string SomebodyCame = "somebody-came";
    public const string ReportStage = "report-stage";
    public const string SheetDifferenceUnexplained = "sheet-difference-unexplained";
    public const string EvidenceStage = "evidence-stage";
    public const string TourStage = "tour-stage";
    public const string TourPlanned = "tour-planned";
    public const string TourMembers = "tour-members";
    public const string TourFull = "tour-full";
    public const string TourAlreadyMember = "tour-already-member";
    public const string ActivityStruckOut = "activity-struck-out";
    public const string DeclarationStage = "declaration-stage";
    public const string DeclarationChanged = "declaration-changed";
    public const string WorkflowOver = "workflow-over";
    public const string PeriodNotOver = "period-not-over";
    public const string CountedByNextPlan = "counted-by-next-plan";
    public const string SupplementTomorrow = "supplement-tomorrow";
    public const string YearReportsOpen = "year-reports-open";
    public const string YearEndChanged = "year-end-changed";
    public const string YearClosed = "year-closed";
    public const string YearNotSettled = "year-not-settled";
    public const string AfterYearEndFixed = "after-year-end-fixed";
    public const string MessageNotFailed = "message-not-failed";
    public const string PeriodUnknown = "period-unknown";
    public const string ReportClosedForAnswers = "report-closed-for-answers";
    public const string ReportNotOwed = "report-not-owed";
    public const string ReportOutdated = "report-outdated";
    public const string SignInRefused = "sign-in-refused";
    public const string FirstCodeWrong = "first-code-wrong";
    public const string ResetLinkWrong = "reset-link-wrong";
    public const string DocumentNotReady = "document-not-ready";
    public const string DocumentNumberTaken = "document-number-taken";
    public const string DocumentNumberPassed = "document-number-passed";
    public const string DocumentWithdrawn = "document-withdrawn";
    public const string DocumentErased = "document-erased";
    public const string NoticeChanged = "notice-changed";
    public const string NoticeHeld = "notice-held";
    public const string LastAdministrator = "last-administrator";
}
