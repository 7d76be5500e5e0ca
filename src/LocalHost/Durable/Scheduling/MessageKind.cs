namespace NtmServerless.LocalHost.Durable.Scheduling;

internal enum MessageKind
{
    Event,
    Terminate,
    Suspend,
    Resume,
}
