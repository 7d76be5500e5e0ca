namespace NtmServerless.Pages.Post;

/// <summary>An entry of an inbox in words.</summary>
/// <param name="Path">The page where something is done about it.</param>
public sealed record InboxLine(InboxEntry Entry, string Subject, string Path);

/// <summary>The inbox of one unit, unread entries first.</summary>
/// <param name="Unread">Number of unread entries in the whole inbox.</param>
public sealed record InboxView(Plan Plan, string UnitName, Slice<InboxLine> Lines, int Unread, bool OnlyUnread);

/// <summary>A message in words.</summary>
public sealed record MessageLine(OutgoingMessage Message, string Subject, string Path);

/// <summary>What left the house.</summary>
/// <param name="IsOff">Neither a mail server nor a gateway is set up.</param>
/// <param name="IsCut">There are more than are shown.</param>
public sealed record MessagesView(Plan Plan, MessageState? State, MessageChannel? Channel, Slice<MessageLine> Lines, bool IsOff, int? IsCut);

/// <summary>Where messages to a unit go.</summary>
public sealed record ContactsView(Plan Plan, Unit Unit);
