// Binary message writer: little-endian base-128 integers, length-prefixed strings, interned strings by number.
#pragma once

#include "llvm/ADT/StringMap.h"

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace porting {

class Writer {
public:
  void u8(uint8_t Value) { Bytes.push_back(Value); }

  void uint(uint64_t Value) {
    while (Value >= 0x80) {
      Bytes.push_back(uint8_t(Value) | 0x80);
      Value >>= 7;
    }
    Bytes.push_back(uint8_t(Value));
  }

  /// Signed numbers in zigzag form.
  void sint(int64_t Value) { uint((uint64_t(Value) << 1) ^ uint64_t(Value >> 63)); }

  void boolean(bool Value) { u8(Value ? 1 : 0); }

  void real(double Value) {
    uint64_t Bits;
    std::memcpy(&Bits, &Value, sizeof Bits);
    for (int I = 0; I < 8; ++I)
      Bytes.push_back(uint8_t(Bits >> (8 * I)));
  }

  void raw(const void *Data, size_t Size) {
    auto *P = static_cast<const uint8_t *>(Data);
    Bytes.insert(Bytes.end(), P, P + Size);
  }

  void bytes(llvm::StringRef Value) {
    uint(Value.size());
    raw(Value.data(), Value.size());
  }

  const std::vector<uint8_t> &data() const { return Bytes; }
  size_t size() const { return Bytes.size(); }

private:
  std::vector<uint8_t> Bytes;
};

/// Strings of one unit, each sent once.
class StringTable {
public:
  uint32_t id(llvm::StringRef Value) {
    auto [It, IsNew] = Ids.try_emplace(Value, uint32_t(Order.size()));
    if (IsNew)
      Order.push_back(It->getKey());
    return It->second;
  }

  void write(Writer &Out) const {
    Out.uint(Order.size());
    for (auto &Value : Order)
      Out.bytes(Value);
  }

private:
  llvm::StringMap<uint32_t> Ids;
  std::vector<llvm::StringRef> Order;
};

} // namespace porting
