namespace NtmServerless.Domain.Tours;

/// <summary>What people do with a tour.</summary>
public enum TourAct
{
    Announce,
    AddMember,
    RemoveMember,
    Postpone,
    Cancel,
    Report,
    TransferLead,
}
