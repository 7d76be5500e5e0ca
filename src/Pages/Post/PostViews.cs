namespace NtmServerless.Pages.Post;

/// <summary>An entry of an inbox in words.</summary>
/// <param name="Path">The page where something is done about it.</param>
/// <param name="Sender">Null: it came by itself.</param>
public sealed record InboxLine(InboxEntry Entry, string Subject, string Path, string? Sender);

/// <summary>The inbox of one unit, unread entries first.</summary>
/// <param name="All">Number of entries in the whole inbox.</param>
/// <param name="Unread">Number of unread entries in the whole inbox.</param>
/// <param name="ClassId">Only what is about this class; null: everything.</param>
/// <param name="Classes">Those that entries are about.</param>
public sealed record InboxView(
    Plan Plan, string UnitName, Slice<InboxLine> Lines, int All, int Unread, bool OnlyUnread, string? ClassId, IReadOnlyList<TrainingClass> Classes)
{
    /// <summary>Name of the filter by class, in the address.</summary>
    public const string OfClass = "lop";
}

/// <summary>A message in words.</summary>
public sealed record MessageLine(OutgoingMessage Message, string Subject, string Path);

/// <summary>What left the house.</summary>
/// <param name="IsOff">Neither a mail server nor a gateway is set up.</param>
/// <param name="IsCut">There are more than are shown.</param>
public sealed record MessagesView(Plan Plan, MessageState? State, MessageChannel? Channel, Slice<MessageLine> Lines, bool IsOff, int? IsCut);

/// <summary>Where messages to a unit go.</summary>
public sealed record ContactsView(Plan Plan, Unit Unit);
