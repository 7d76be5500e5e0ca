namespace NtmServerless.Domain.Plans;

/// <summary>Where the classes of a stream come from.</summary>
public enum StreamOrigin
{
    /// <summary>Ordered by the plan, with a number of classes.</summary>
    Planned,

    /// <summary>Begun by communes on their own plan and money; the number is not known beforehand.</summary>
    CommuneInitiated,
}
