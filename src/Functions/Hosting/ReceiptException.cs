using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace NtmServerless.Functions.Hosting;

/// <summary>An address of a receipt that leads to none.</summary>
public sealed class ReceiptException(bool expired) : Exception("No receipt under this address.")
{
    /// <summary>It led to one once; the other ones never did.</summary>
    public bool Expired { get; } = expired;
}
