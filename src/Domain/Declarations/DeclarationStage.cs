namespace NtmServerless.Domain.Declarations;

/// <summary>Where a declared class stands. The names are stored.</summary>
public enum DeclarationStage
{
    /// <summary>The office has to decide.</summary>
    Declared,

    /// <summary>The unit has to correct it, or to withdraw it.</summary>
    Returned,

    /// <summary>It counts, and never changes again.</summary>
    Accepted,

    /// <summary>The unit took it back: it counts nowhere.</summary>
    Withdrawn,
}
