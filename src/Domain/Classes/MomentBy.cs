namespace NtmServerless.Domain.Classes;

/// <summary>Who makes it happen.</summary>
public enum MomentBy
{
    /// <summary>The lifecycle, by itself.</summary>
    Lifecycle,
    LeadUnit,

    /// <summary>The office that approves reports.</summary>
    Office,
}
