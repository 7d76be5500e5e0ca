namespace NtmServerless.Domain.Units;

/// <summary>Any body in a plan (đơn vị, cơ quan).</summary>
/// <param name="Id">ASCII slug, unique in the plan, such as <c>xa-gia-cat</c>.</param>
/// <param name="Name">Full name as it stands in documents.</param>
/// <param name="ShortName">Name for lists and forms.</param>
/// <param name="Kind">What the body is; decides which rights it can have.</param>
/// <param name="ParentId">The unit above it, if the plan has one.</param>
/// <param name="Sample">True when the unit does not come from the plan's text; the office checks or replaces it.</param>
/// <param name="Note">Where a sample comes from, or any remark.</param>
public sealed record Unit(string Id, string Name, string ShortName, UnitKind Kind, string? ParentId, bool Sample, string? Note)
{
    /// <summary>Whether people live there and are registered by it: commune, town or ward.</summary>
    public bool IsCommuneLevel => Kind is UnitKind.Commune or UnitKind.Town or UnitKind.Ward;

    /// <summary>Whether it does such work itself: a committee, the Party, a people's committee above the communes have it done.</summary>
    public bool RunsClasses => IsCommuneLevel || Kind is UnitKind.CoordinationOffice or UnitKind.CultureOffice or UnitKind.MediaCentre or UnitKind.Office
        or UnitKind.SocioPoliticalOrganisation;

    /// <summary>The name of the place without what kind of place it is: "Gia Cát" of "Xã Gia Cát" (Decree 30/2020, appendix I, part II.4).</summary>
    public string PlaceName
    {
        get
        {
            string kind = Kind switch { UnitKind.Town => "Thị trấn ", UnitKind.Ward => "Phường ", _ => "Xã " };
            return IsCommuneLevel && ShortName.StartsWith(kind, StringComparison.OrdinalIgnoreCase) ? ShortName[kind.Length..] : ShortName;
        }
    }
}
