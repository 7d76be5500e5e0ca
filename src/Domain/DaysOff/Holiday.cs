namespace NtmServerless.Domain.DaysOff;

/// <summary>Why a day is a public holiday (Labour Code 2019, article 112).</summary>
public enum Holiday
{
    NewYear,
    Tet,
    HungKings,
    Reunification,
    Labour,
    Independence,

    /// <summary>The working day after a holiday that fell on a weekend (Labour Code 2019, article 111, 3).</summary>
    Compensation,

    /// <summary>Off in exchange for a Saturday that is worked.</summary>
    Swapped,

    /// <summary>Set by the office.</summary>
    Own,
}
