namespace NtmServerless.Domain.PeriodicReports.YearEnd;

/// <summary>Why something of a plan's year is in no report yet, in the order in which an office settles it.</summary>
public enum YearEndMatter
{
    /// <summary>A class whose hours are over and of which nothing says that anybody came.</summary>
    ClassUnconfirmed,

    /// <summary>A class was held and its report is not approved.</summary>
    ClassNotApproved,

    /// <summary>A unit declared a class, and the office did not decide.</summary>
    DeclarationOpen,

    /// <summary>The office returned a declared class, and the unit did not send it again or withdraw it.</summary>
    DeclarationReturned,

    /// <summary>Something stands in this plan and in the next year's, and seems to be the same (<see cref="PlanDays"/>).</summary>
    InTwoPlans,

    /// <summary>A tour is back and its report is missing.</summary>
    TourNotClosed,

    /// <summary>A class or a tour counts without any money.</summary>
    MoneyMissing,

    /// <summary>A period of the year has no report.</summary>
    PeriodNotReported,

    /// <summary>A report of the year is not approved.</summary>
    ReportNotApproved,

    /// <summary>A unit did not answer the year's report.</summary>
    UnitSilent,

    /// <summary>The reports of a kind together say something else than the records.</summary>
    NotInReports,
}
