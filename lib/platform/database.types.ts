// Generated from supabase/migrations by `npm run generate`. Do not edit.
export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  public: {
    Tables: {
      addresses: {
        Row: {
          created_at: string
          id: string
          label: string
          lat: number
          lng: number
          neighborhood_id: number | null
          text: string
          user_id: string
        }
        Insert: {
          created_at?: string
          id?: string
          label: string
          lat: number
          lng: number
          neighborhood_id?: number | null
          text: string
          user_id: string
        }
        Update: {
          created_at?: string
          id?: string
          label?: string
          lat?: number
          lng?: number
          neighborhood_id?: number | null
          text?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "addresses_neighborhood"
            columns: ["neighborhood_id"]
            isOneToOne: false
            referencedRelation: "neighborhoods"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "addresses_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      application_papers: {
        Row: {
          applicant_id: string
          application_id: string | null
          created_at: string
          fine: boolean | null
          id: string
          kept: boolean
          kind: Database["public"]["Enums"]["paper_kind"]
          marked_at: string | null
          marked_by: string | null
          name: string
          remark: string | null
          sha256: string
          size: number
          type: string
        }
        Insert: {
          applicant_id: string
          application_id?: string | null
          created_at?: string
          fine?: boolean | null
          id?: string
          kept?: boolean
          kind: Database["public"]["Enums"]["paper_kind"]
          marked_at?: string | null
          marked_by?: string | null
          name: string
          remark?: string | null
          sha256: string
          size: number
          type: string
        }
        Update: {
          applicant_id?: string
          application_id?: string | null
          created_at?: string
          fine?: boolean | null
          id?: string
          kept?: boolean
          kind?: Database["public"]["Enums"]["paper_kind"]
          marked_at?: string | null
          marked_by?: string | null
          name?: string
          remark?: string | null
          sha256?: string
          size?: number
          type?: string
        }
        Relationships: [
          {
            foreignKeyName: "application_papers_applicant_id_fkey"
            columns: ["applicant_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "application_papers_application_id_fkey"
            columns: ["application_id"]
            isOneToOne: false
            referencedRelation: "vendor_applications"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "application_papers_marked_by_fkey"
            columns: ["marked_by"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      audit_entries: {
        Row: {
          action: string
          actor_id: string
          after: Json | null
          at: string
          before: Json | null
          hash: string
          id: number
          previous: string
          reason: string | null
          request_id: string | null
          subject_id: string
          subject_type: string
        }
        Insert: {
          action: string
          actor_id: string
          after?: Json | null
          at: string
          before?: Json | null
          hash: string
          id: number
          previous: string
          reason?: string | null
          request_id?: string | null
          subject_id: string
          subject_type: string
        }
        Update: {
          action?: string
          actor_id?: string
          after?: Json | null
          at?: string
          before?: Json | null
          hash?: string
          id?: number
          previous?: string
          reason?: string | null
          request_id?: string | null
          subject_id?: string
          subject_type?: string
        }
        Relationships: []
      }
      audit_head: {
        Row: {
          hash: string
          id: number
          one: boolean
        }
        Insert: {
          hash: string
          id: number
          one?: boolean
        }
        Update: {
          hash?: string
          id?: number
          one?: boolean
        }
        Relationships: []
      }
      branch_days: {
        Row: {
          branch_id: string
          canceled: number
          day: string
          delivered: number
          generation: number
          placed: number
          prep_seconds: number
          prepared: number
          rejected: number
          revenue_minor: number
        }
        Insert: {
          branch_id: string
          canceled: number
          day: string
          delivered: number
          generation: number
          placed: number
          prep_seconds: number
          prepared: number
          rejected: number
          revenue_minor: number
        }
        Update: {
          branch_id?: string
          canceled?: number
          day?: string
          delivered?: number
          generation?: number
          placed?: number
          prep_seconds?: number
          prepared?: number
          rejected?: number
          revenue_minor?: number
        }
        Relationships: []
      }
      branch_hours: {
        Row: {
          branch_id: string
          closes: string
          opens: string
          weekday: number
        }
        Insert: {
          branch_id: string
          closes: string
          opens: string
          weekday: number
        }
        Update: {
          branch_id?: string
          closes?: string
          opens?: string
          weekday?: number
        }
        Relationships: [
          {
            foreignKeyName: "branch_hours_branch_id_fkey"
            columns: ["branch_id"]
            isOneToOne: false
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      branch_special_days: {
        Row: {
          branch_id: string
          closed: boolean
          closes: string | null
          date: string
          note: string
          opens: string | null
        }
        Insert: {
          branch_id: string
          closed: boolean
          closes?: string | null
          date: string
          note?: string
          opens?: string | null
        }
        Update: {
          branch_id?: string
          closed?: boolean
          closes?: string | null
          date?: string
          note?: string
          opens?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "branch_special_days_branch_id_fkey"
            columns: ["branch_id"]
            isOneToOne: false
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      branch_stock: {
        Row: {
          available: boolean
          branch_id: string
          product_id: string
          quantity: number | null
          stock_policy: Database["public"]["Enums"]["stock_policy"]
          updated_at: string
        }
        Insert: {
          available?: boolean
          branch_id: string
          product_id: string
          quantity?: number | null
          stock_policy?: Database["public"]["Enums"]["stock_policy"]
          updated_at?: string
        }
        Update: {
          available?: boolean
          branch_id?: string
          product_id?: string
          quantity?: number | null
          stock_policy?: Database["public"]["Enums"]["stock_policy"]
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "branch_stock_branch_id_fkey"
            columns: ["branch_id"]
            isOneToOne: false
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "branch_stock_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
        ]
      }
      branches: {
        Row: {
          accepts_delivery: boolean
          accepts_pickup: boolean
          active: boolean
          address_text: string
          alarm_email_minutes: number | null
          alarm_pause_minutes: number | null
          alarm_push_minutes: number | null
          busy_minutes: number
          busy_until: string | null
          confirm_minutes: number
          created_at: string
          district_id: number
          fee_base_minor: number
          fee_per_km_minor: number
          fee_policy: Database["public"]["Enums"]["fee_policy"]
          free_delivery_from_minor: number | null
          handover_code_required: boolean
          id: string
          kitchen_hands: number | null
          lat: number
          lng: number
          minimum_order_minor: number
          name: string
          paused_by: string | null
          paused_until: string | null
          phone: string | null
          prep_minutes: number
          time_zone: string
          updated_at: string
          vendor_id: string
          version: number
          zone: NonNullable<Json>
          zone_box: unknown
        }
        Insert: {
          accepts_delivery?: boolean
          accepts_pickup?: boolean
          active?: boolean
          address_text: string
          alarm_email_minutes?: number | null
          alarm_pause_minutes?: number | null
          alarm_push_minutes?: number | null
          busy_minutes?: number
          busy_until?: string | null
          confirm_minutes?: number
          created_at?: string
          district_id: number
          fee_base_minor?: number
          fee_per_km_minor?: number
          fee_policy?: Database["public"]["Enums"]["fee_policy"]
          free_delivery_from_minor?: number | null
          handover_code_required?: boolean
          id?: string
          kitchen_hands?: number | null
          lat: number
          lng: number
          minimum_order_minor?: number
          name: string
          paused_by?: string | null
          paused_until?: string | null
          phone?: string | null
          prep_minutes?: number
          time_zone?: string
          updated_at?: string
          vendor_id: string
          version?: number
          zone: NonNullable<Json>
          zone_box?: never
        }
        Update: {
          accepts_delivery?: boolean
          accepts_pickup?: boolean
          active?: boolean
          address_text?: string
          alarm_email_minutes?: number | null
          alarm_pause_minutes?: number | null
          alarm_push_minutes?: number | null
          busy_minutes?: number
          busy_until?: string | null
          confirm_minutes?: number
          created_at?: string
          district_id?: number
          fee_base_minor?: number
          fee_per_km_minor?: number
          fee_policy?: Database["public"]["Enums"]["fee_policy"]
          free_delivery_from_minor?: number | null
          handover_code_required?: boolean
          id?: string
          kitchen_hands?: number | null
          lat?: number
          lng?: number
          minimum_order_minor?: number
          name?: string
          paused_by?: string | null
          paused_until?: string | null
          phone?: string | null
          prep_minutes?: number
          time_zone?: string
          updated_at?: string
          vendor_id?: string
          version?: number
          zone?: NonNullable<Json>
          zone_box?: never
        }
        Relationships: [
          {
            foreignKeyName: "branches_district_id_fkey"
            columns: ["district_id"]
            isOneToOne: false
            referencedRelation: "districts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "branches_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      cash_collections: {
        Row: {
          amount_minor: number
          at: string
          courier_id: string
          hand_in_id: string | null
          order_id: string
          vendor_id: string
        }
        Insert: {
          amount_minor: number
          at?: string
          courier_id: string
          hand_in_id?: string | null
          order_id: string
          vendor_id: string
        }
        Update: {
          amount_minor?: number
          at?: string
          courier_id?: string
          hand_in_id?: string | null
          order_id?: string
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "cash_collections_courier_id_fkey"
            columns: ["courier_id"]
            isOneToOne: false
            referencedRelation: "couriers"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "cash_collections_hand_in_id_fkey"
            columns: ["hand_in_id"]
            isOneToOne: false
            referencedRelation: "cash_hand_ins"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "cash_collections_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: true
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "cash_collections_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      cash_hand_ins: {
        Row: {
          counted_minor: number
          courier_id: string
          created_at: string
          expected_minor: number
          id: string
          note: string | null
          orders: number
          received_by: string
          vendor_id: string
        }
        Insert: {
          counted_minor: number
          courier_id: string
          created_at?: string
          expected_minor: number
          id?: string
          note?: string | null
          orders: number
          received_by: string
          vendor_id: string
        }
        Update: {
          counted_minor?: number
          courier_id?: string
          created_at?: string
          expected_minor?: number
          id?: string
          note?: string | null
          orders?: number
          received_by?: string
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "cash_hand_ins_courier_id_fkey"
            columns: ["courier_id"]
            isOneToOne: false
            referencedRelation: "couriers"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "cash_hand_ins_received_by_fkey"
            columns: ["received_by"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "cash_hand_ins_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      categories: {
        Row: {
          id: string
          name: string
          position: number
          vendor_id: string
        }
        Insert: {
          id?: string
          name: string
          position?: number
          vendor_id: string
        }
        Update: {
          id?: string
          name?: string
          position?: number
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "categories_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      cities: {
        Row: {
          id: number
          lat: number | null
          lng: number | null
          name: string
          slug: string
        }
        Insert: {
          id: number
          lat?: number | null
          lng?: number | null
          name: string
          slug: string
        }
        Update: {
          id?: number
          lat?: number | null
          lng?: number | null
          name?: string
          slug?: string
        }
        Relationships: []
      }
      consumed_events: {
        Row: {
          at: string
          consumer: string
          event_id: number
        }
        Insert: {
          at?: string
          consumer: string
          event_id: number
        }
        Update: {
          at?: string
          consumer?: string
          event_id?: number
        }
        Relationships: [
          {
            foreignKeyName: "consumed_events_consumer_fkey"
            columns: ["consumer"]
            isOneToOne: false
            referencedRelation: "consumers"
            referencedColumns: ["name"]
          },
          {
            foreignKeyName: "consumed_events_event_id_fkey"
            columns: ["event_id"]
            isOneToOne: false
            referencedRelation: "outbox_events"
            referencedColumns: ["id"]
          },
        ]
      }
      consumers: {
        Row: {
          event_types: string[]
          first_retry: string
          handler: string | null
          lease: string
          name: string
          ordered: boolean
          paused_at: string | null
          paused_by: string | null
          retries: number
        }
        Insert: {
          event_types: string[]
          first_retry?: string
          handler?: string | null
          lease?: string
          name: string
          ordered?: boolean
          paused_at?: string | null
          paused_by?: string | null
          retries?: number
        }
        Update: {
          event_types?: string[]
          first_retry?: string
          handler?: string | null
          lease?: string
          name?: string
          ordered?: boolean
          paused_at?: string | null
          paused_by?: string | null
          retries?: number
        }
        Relationships: [
          {
            foreignKeyName: "consumers_paused_by_fkey"
            columns: ["paused_by"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      coupon_redemptions: {
        Row: {
          amount_minor: number
          at: string
          coupon_id: string
          customer_id: string
          order_id: string
          released_at: string | null
        }
        Insert: {
          amount_minor: number
          at?: string
          coupon_id: string
          customer_id: string
          order_id: string
          released_at?: string | null
        }
        Update: {
          amount_minor?: number
          at?: string
          coupon_id?: string
          customer_id?: string
          order_id?: string
          released_at?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "coupon_redemptions_coupon_id_fkey"
            columns: ["coupon_id"]
            isOneToOne: false
            referencedRelation: "coupons"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "coupon_redemptions_customer_id_fkey"
            columns: ["customer_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "coupon_redemptions_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: true
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      coupons: {
        Row: {
          active: boolean
          amount_minor: number | null
          borne_by: Database["public"]["Enums"]["coupon_bearer"]
          cap_minor: number | null
          code: string
          created_at: string
          created_by: string | null
          ends_at: string | null
          given_minor: number
          id: string
          kind: Database["public"]["Enums"]["coupon_kind"]
          minimum_minor: number
          percent: number | null
          person_limit: number | null
          redeemed: number
          starts_at: string
          total_limit: number | null
          updated_at: string
          vendor_id: string | null
          version: number
        }
        Insert: {
          active?: boolean
          amount_minor?: number | null
          borne_by: Database["public"]["Enums"]["coupon_bearer"]
          cap_minor?: number | null
          code: string
          created_at?: string
          created_by?: string | null
          ends_at?: string | null
          given_minor?: number
          id?: string
          kind: Database["public"]["Enums"]["coupon_kind"]
          minimum_minor?: number
          percent?: number | null
          person_limit?: number | null
          redeemed?: number
          starts_at?: string
          total_limit?: number | null
          updated_at?: string
          vendor_id?: string | null
          version?: number
        }
        Update: {
          active?: boolean
          amount_minor?: number | null
          borne_by?: Database["public"]["Enums"]["coupon_bearer"]
          cap_minor?: number | null
          code?: string
          created_at?: string
          created_by?: string | null
          ends_at?: string | null
          given_minor?: number
          id?: string
          kind?: Database["public"]["Enums"]["coupon_kind"]
          minimum_minor?: number
          percent?: number | null
          person_limit?: number | null
          redeemed?: number
          starts_at?: string
          total_limit?: number | null
          updated_at?: string
          vendor_id?: string | null
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "coupons_created_by_fkey"
            columns: ["created_by"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "coupons_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      courier_approaches: {
        Row: {
          at: string
          order_id: string
        }
        Insert: {
          at?: string
          order_id: string
        }
        Update: {
          at?: string
          order_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "courier_approaches_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: true
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      courier_locations: {
        Row: {
          accuracy: number | null
          at: string
          courier_id: string
          heading: number | null
          id: number
          lat: number
          lng: number
          manual: boolean
          order_id: string | null
          speed: number | null
        }
        Insert: {
          accuracy?: number | null
          at?: string
          courier_id: string
          heading?: number | null
          id?: never
          lat: number
          lng: number
          manual?: boolean
          order_id?: string | null
          speed?: number | null
        }
        Update: {
          accuracy?: number | null
          at?: string
          courier_id?: string
          heading?: number | null
          id?: never
          lat?: number
          lng?: number
          manual?: boolean
          order_id?: string | null
          speed?: number | null
        }
        Relationships: [
          {
            foreignKeyName: "courier_locations_courier_id_fkey"
            columns: ["courier_id"]
            isOneToOne: false
            referencedRelation: "couriers"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "courier_locations_order"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      couriers: {
        Row: {
          active: boolean
          created_at: string
          id: string
          shift_started_at: string | null
          shift_status: Database["public"]["Enums"]["shift_status"]
          updated_at: string
          user_id: string
          vehicle: Database["public"]["Enums"]["vehicle"]
          vendor_id: string
        }
        Insert: {
          active?: boolean
          created_at?: string
          id?: string
          shift_started_at?: string | null
          shift_status?: Database["public"]["Enums"]["shift_status"]
          updated_at?: string
          user_id: string
          vehicle?: Database["public"]["Enums"]["vehicle"]
          vendor_id: string
        }
        Update: {
          active?: boolean
          created_at?: string
          id?: string
          shift_started_at?: string | null
          shift_status?: Database["public"]["Enums"]["shift_status"]
          updated_at?: string
          user_id?: string
          vehicle?: Database["public"]["Enums"]["vehicle"]
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "couriers_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: true
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "couriers_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      delivery_photos: {
        Row: {
          courier_id: string
          created_at: string
          id: string
          kept_at: string | null
          key: string
          kind: Database["public"]["Enums"]["delivery_photo_kind"]
          order_id: string
          sha256: string
          taken_at: string
        }
        Insert: {
          courier_id: string
          created_at?: string
          id?: string
          kept_at?: string | null
          key: string
          kind: Database["public"]["Enums"]["delivery_photo_kind"]
          order_id: string
          sha256: string
          taken_at: string
        }
        Update: {
          courier_id?: string
          created_at?: string
          id?: string
          kept_at?: string | null
          key?: string
          kind?: Database["public"]["Enums"]["delivery_photo_kind"]
          order_id?: string
          sha256?: string
          taken_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "delivery_photos_courier_id_fkey"
            columns: ["courier_id"]
            isOneToOne: false
            referencedRelation: "couriers"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "delivery_photos_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      delivery_reports: {
        Row: {
          accuracy: number | null
          courier_id: string
          created_at: string
          decided_at: string | null
          decided_by: string | null
          decision: Database["public"]["Enums"]["failure_decision"] | null
          decision_note: string | null
          happened_at: string
          id: string
          lat: number | null
          lng: number | null
          note: string | null
          order_id: string
          reason: Database["public"]["Enums"]["failure_reason"]
        }
        Insert: {
          accuracy?: number | null
          courier_id: string
          created_at?: string
          decided_at?: string | null
          decided_by?: string | null
          decision?: Database["public"]["Enums"]["failure_decision"] | null
          decision_note?: string | null
          happened_at: string
          id?: string
          lat?: number | null
          lng?: number | null
          note?: string | null
          order_id: string
          reason: Database["public"]["Enums"]["failure_reason"]
        }
        Update: {
          accuracy?: number | null
          courier_id?: string
          created_at?: string
          decided_at?: string | null
          decided_by?: string | null
          decision?: Database["public"]["Enums"]["failure_decision"] | null
          decision_note?: string | null
          happened_at?: string
          id?: string
          lat?: number | null
          lng?: number | null
          note?: string | null
          order_id?: string
          reason?: Database["public"]["Enums"]["failure_reason"]
        }
        Relationships: [
          {
            foreignKeyName: "delivery_reports_courier_id_fkey"
            columns: ["courier_id"]
            isOneToOne: false
            referencedRelation: "couriers"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "delivery_reports_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      disputes: {
        Row: {
          answer: string | null
          answered_at: string | null
          created_at: string
          customer_id: string
          decided_at: string | null
          decision_reason: string | null
          id: string
          kind: string
          order_id: string
          outcome: string | null
          refund_id: string | null
          state: string
          text: string
          vendor_id: string
        }
        Insert: {
          answer?: string | null
          answered_at?: string | null
          created_at?: string
          customer_id: string
          decided_at?: string | null
          decision_reason?: string | null
          id?: string
          kind: string
          order_id: string
          outcome?: string | null
          refund_id?: string | null
          state?: string
          text: string
          vendor_id: string
        }
        Update: {
          answer?: string | null
          answered_at?: string | null
          created_at?: string
          customer_id?: string
          decided_at?: string | null
          decision_reason?: string | null
          id?: string
          kind?: string
          order_id?: string
          outcome?: string | null
          refund_id?: string | null
          state?: string
          text?: string
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "disputes_customer_id_fkey"
            columns: ["customer_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "disputes_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "disputes_refund_id_fkey"
            columns: ["refund_id"]
            isOneToOne: false
            referencedRelation: "refunds"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "disputes_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      districts: {
        Row: {
          city_id: number
          id: number
          lat: number | null
          lng: number | null
          name: string
          slug: string
        }
        Insert: {
          city_id: number
          id: number
          lat?: number | null
          lng?: number | null
          name: string
          slug: string
        }
        Update: {
          city_id?: number
          id?: number
          lat?: number | null
          lng?: number | null
          name?: string
          slug?: string
        }
        Relationships: [
          {
            foreignKeyName: "districts_city_id_fkey"
            columns: ["city_id"]
            isOneToOne: false
            referencedRelation: "cities"
            referencedColumns: ["id"]
          },
        ]
      }
      event_snapshots: {
        Row: {
          at: string
          state: NonNullable<Json>
          stream_id: string
          stream_type: string
          version: number
        }
        Insert: {
          at: string
          state: NonNullable<Json>
          stream_id: string
          stream_type: string
          version: number
        }
        Update: {
          at?: string
          state?: NonNullable<Json>
          stream_id?: string
          stream_type?: string
          version?: number
        }
        Relationships: []
      }
      events: {
        Row: {
          actor_id: string | null
          actor_role: string
          at: string
          changes: Json | null
          data: NonNullable<Json>
          id: number
          request_id: string | null
          schema_version: number
          stream_id: string
          stream_type: string
          type: string
          version: number
          xid: unknown
        }
        Insert: {
          actor_id?: string | null
          actor_role: string
          at?: string
          changes?: Json | null
          data?: NonNullable<Json>
          id?: never
          request_id?: string | null
          schema_version?: number
          stream_id: string
          stream_type: string
          type: string
          version: number
          xid?: unknown
        }
        Update: {
          actor_id?: string | null
          actor_role?: string
          at?: string
          changes?: Json | null
          data?: NonNullable<Json>
          id?: never
          request_id?: string | null
          schema_version?: number
          stream_id?: string
          stream_type?: string
          type?: string
          version?: number
          xid?: unknown
        }
        Relationships: []
      }
      favourites: {
        Row: {
          created_at: string
          user_id: string
          vendor_id: string
        }
        Insert: {
          created_at?: string
          user_id: string
          vendor_id: string
        }
        Update: {
          created_at?: string
          user_id?: string
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "favourites_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "favourites_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      flags: {
        Row: {
          allowed: string[]
          enabled: boolean
          key: string
          percentage: number
          updated_at: string
          version: number
        }
        Insert: {
          allowed?: string[]
          enabled: boolean
          key: string
          percentage?: number
          updated_at?: string
          version?: number
        }
        Update: {
          allowed?: string[]
          enabled?: boolean
          key?: string
          percentage?: number
          updated_at?: string
          version?: number
        }
        Relationships: []
      }
      handovers: {
        Row: {
          accuracy: number | null
          code: string
          code_required: boolean
          courier_id: string | null
          created_at: string
          handed_at: string | null
          lat: number | null
          lng: number | null
          order_id: string
          proof: Database["public"]["Enums"]["handover_proof"] | null
          waived_at: string | null
          waived_by: string | null
          waived_reason: string | null
          wrong_tries: number
        }
        Insert: {
          accuracy?: number | null
          code: string
          code_required: boolean
          courier_id?: string | null
          created_at?: string
          handed_at?: string | null
          lat?: number | null
          lng?: number | null
          order_id: string
          proof?: Database["public"]["Enums"]["handover_proof"] | null
          waived_at?: string | null
          waived_by?: string | null
          waived_reason?: string | null
          wrong_tries?: number
        }
        Update: {
          accuracy?: number | null
          code?: string
          code_required?: boolean
          courier_id?: string | null
          created_at?: string
          handed_at?: string | null
          lat?: number | null
          lng?: number | null
          order_id?: string
          proof?: Database["public"]["Enums"]["handover_proof"] | null
          waived_at?: string | null
          waived_by?: string | null
          waived_reason?: string | null
          wrong_tries?: number
        }
        Relationships: [
          {
            foreignKeyName: "handovers_courier_id_fkey"
            columns: ["courier_id"]
            isOneToOne: false
            referencedRelation: "couriers"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "handovers_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: true
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      idempotency_keys: {
        Row: {
          actor_id: string
          created_at: string
          key: string
          operation: string
          request_hash: string
          response: Json | null
        }
        Insert: {
          actor_id: string
          created_at?: string
          key: string
          operation: string
          request_hash: string
          response?: Json | null
        }
        Update: {
          actor_id?: string
          created_at?: string
          key?: string
          operation?: string
          request_hash?: string
          response?: Json | null
        }
        Relationships: []
      }
      impersonations: {
        Row: {
          ended_at: string | null
          expires_at: string
          id: string
          operator_id: string
          reason: string
          started_at: string
          user_id: string
        }
        Insert: {
          ended_at?: string | null
          expires_at?: string
          id?: string
          operator_id: string
          reason: string
          started_at?: string
          user_id: string
        }
        Update: {
          ended_at?: string | null
          expires_at?: string
          id?: string
          operator_id?: string
          reason?: string
          started_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "impersonations_operator_id_fkey"
            columns: ["operator_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "impersonations_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      job_failures: {
        Row: {
          at: string
          consumer: string
          error: string
          event_id: number
          id: number
        }
        Insert: {
          at?: string
          consumer: string
          error: string
          event_id: number
          id?: never
        }
        Update: {
          at?: string
          consumer?: string
          error?: string
          event_id?: number
          id?: never
        }
        Relationships: [
          {
            foreignKeyName: "job_failures_consumer_fkey"
            columns: ["consumer"]
            isOneToOne: false
            referencedRelation: "consumers"
            referencedColumns: ["name"]
          },
          {
            foreignKeyName: "job_failures_event_id_fkey"
            columns: ["event_id"]
            isOneToOne: false
            referencedRelation: "outbox_events"
            referencedColumns: ["id"]
          },
        ]
      }
      jobs: {
        Row: {
          attempts: number
          consumer: string
          created_at: string
          died_at: string | null
          event_id: number
          id: number
          last_error: string | null
          lease: string | null
          leased_until: string | null
          lost: number
          run_at: string
          state: string
          stream_id: string
        }
        Insert: {
          attempts?: number
          consumer: string
          created_at?: string
          died_at?: string | null
          event_id: number
          id?: never
          last_error?: string | null
          lease?: string | null
          leased_until?: string | null
          lost?: number
          run_at?: string
          state?: string
          stream_id: string
        }
        Update: {
          attempts?: number
          consumer?: string
          created_at?: string
          died_at?: string | null
          event_id?: number
          id?: never
          last_error?: string | null
          lease?: string | null
          leased_until?: string | null
          lost?: number
          run_at?: string
          state?: string
          stream_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "jobs_consumer_fkey"
            columns: ["consumer"]
            isOneToOne: false
            referencedRelation: "consumers"
            referencedColumns: ["name"]
          },
          {
            foreignKeyName: "jobs_event_id_fkey"
            columns: ["event_id"]
            isOneToOne: false
            referencedRelation: "outbox_events"
            referencedColumns: ["id"]
          },
        ]
      }
      kitchen_reservations: {
        Row: {
          branch_id: string
          minutes: number
          order_id: string
          slot: string
        }
        Insert: {
          branch_id: string
          minutes: number
          order_id: string
          slot: string
        }
        Update: {
          branch_id?: string
          minutes?: number
          order_id?: string
          slot?: string
        }
        Relationships: [
          {
            foreignKeyName: "kitchen_reservations_branch_id_fkey"
            columns: ["branch_id"]
            isOneToOne: false
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "kitchen_reservations_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      ledger_accounts: {
        Row: {
          balance_minor: number | null
          created_at: string
          currency: string
          id: string
          kind: Database["public"]["Enums"]["account_kind"]
          owner_id: string | null
          version: number
        }
        Insert: {
          balance_minor?: number | null
          created_at?: string
          currency?: string
          id?: string
          kind: Database["public"]["Enums"]["account_kind"]
          owner_id?: string | null
          version?: number
        }
        Update: {
          balance_minor?: number | null
          created_at?: string
          currency?: string
          id?: string
          kind?: Database["public"]["Enums"]["account_kind"]
          owner_id?: string | null
          version?: number
        }
        Relationships: []
      }
      ledger_entries: {
        Row: {
          account_id: string
          amount_minor: number
          currency: string
          id: number
          transfer_id: string
        }
        Insert: {
          account_id: string
          amount_minor: number
          currency?: string
          id?: never
          transfer_id: string
        }
        Update: {
          account_id?: string
          amount_minor?: number
          currency?: string
          id?: never
          transfer_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "ledger_entries_account_id_fkey"
            columns: ["account_id"]
            isOneToOne: false
            referencedRelation: "ledger_accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "ledger_entries_transfer_id_fkey"
            columns: ["transfer_id"]
            isOneToOne: false
            referencedRelation: "ledger_transfers"
            referencedColumns: ["id"]
          },
        ]
      }
      ledger_transfers: {
        Row: {
          actor_id: string | null
          at: string
          id: string
          kind: string
          note: string | null
          order_id: string | null
          reference_id: string
          request_id: string | null
        }
        Insert: {
          actor_id?: string | null
          at?: string
          id?: string
          kind: string
          note?: string | null
          order_id?: string | null
          reference_id: string
          request_id?: string | null
        }
        Update: {
          actor_id?: string | null
          at?: string
          id?: string
          kind?: string
          note?: string | null
          order_id?: string | null
          reference_id?: string
          request_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "ledger_transfers_order"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      money_findings: {
        Row: {
          amount_minor: number
          at: string
          id: number
          kind: string
          order_id: string | null
          outcome: string
          payment_id: string
        }
        Insert: {
          amount_minor: number
          at?: string
          id?: never
          kind: string
          order_id?: string | null
          outcome: string
          payment_id: string
        }
        Update: {
          amount_minor?: number
          at?: string
          id?: never
          kind?: string
          order_id?: string | null
          outcome?: string
          payment_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "money_findings_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "money_findings_payment_id_fkey"
            columns: ["payment_id"]
            isOneToOne: false
            referencedRelation: "payments"
            referencedColumns: ["id"]
          },
        ]
      }
      money_settings: {
        Row: {
          adjustment_limit_minor: number
          id: boolean
          transfers_enabled: boolean
        }
        Insert: {
          adjustment_limit_minor?: number
          id?: boolean
          transfers_enabled?: boolean
        }
        Update: {
          adjustment_limit_minor?: number
          id?: boolean
          transfers_enabled?: boolean
        }
        Relationships: []
      }
      neighborhoods: {
        Row: {
          district_id: number
          folded: string
          id: number
          lat: number | null
          lng: number | null
          name: string
        }
        Insert: {
          district_id: number
          folded?: never
          id: number
          lat?: number | null
          lng?: number | null
          name: string
        }
        Update: {
          district_id?: number
          folded?: never
          id?: number
          lat?: number | null
          lng?: number | null
          name?: string
        }
        Relationships: [
          {
            foreignKeyName: "neighborhoods_district_id_fkey"
            columns: ["district_id"]
            isOneToOne: false
            referencedRelation: "districts"
            referencedColumns: ["id"]
          },
        ]
      }
      notification_deliveries: {
        Row: {
          attempts: number
          channel: Database["public"]["Enums"]["notification_channel"]
          due_at: string
          notification_id: string
          reached: string[]
          sent_at: string | null
          state: string
        }
        Insert: {
          attempts?: number
          channel: Database["public"]["Enums"]["notification_channel"]
          due_at: string
          notification_id: string
          reached?: string[]
          sent_at?: string | null
          state?: string
        }
        Update: {
          attempts?: number
          channel?: Database["public"]["Enums"]["notification_channel"]
          due_at?: string
          notification_id?: string
          reached?: string[]
          sent_at?: string | null
          state?: string
        }
        Relationships: [
          {
            foreignKeyName: "notification_deliveries_notification_id_fkey"
            columns: ["notification_id"]
            isOneToOne: false
            referencedRelation: "notifications"
            referencedColumns: ["id"]
          },
        ]
      }
      notification_preferences: {
        Row: {
          email: boolean
          in_app: boolean
          kind: string
          push: boolean
          user_id: string
        }
        Insert: {
          email: boolean
          in_app: boolean
          kind: string
          push: boolean
          user_id: string
        }
        Update: {
          email?: boolean
          in_app?: boolean
          kind?: string
          push?: boolean
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "notification_preferences_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      notification_rules: {
        Row: {
          audience: Database["public"]["Enums"]["notification_audience"]
          condition: NonNullable<Json>
          email: string | null
          event_type: string
          in_app: boolean
          kind: string
          push: boolean
          urgent: boolean
          useful_while: Database["public"]["Enums"]["order_status"][] | null
        }
        Insert: {
          audience: Database["public"]["Enums"]["notification_audience"]
          condition: NonNullable<Json>
          email?: string | null
          event_type: string
          in_app: boolean
          kind: string
          push: boolean
          urgent: boolean
          useful_while?: Database["public"]["Enums"]["order_status"][] | null
        }
        Update: {
          audience?: Database["public"]["Enums"]["notification_audience"]
          condition?: NonNullable<Json>
          email?: string | null
          event_type?: string
          in_app?: boolean
          kind?: string
          push?: boolean
          urgent?: boolean
          useful_while?: Database["public"]["Enums"]["order_status"][] | null
        }
        Relationships: []
      }
      notification_settings: {
        Row: {
          quiet_from: string | null
          quiet_to: string | null
          unsubscribe_token: string
          user_id: string
        }
        Insert: {
          quiet_from?: string | null
          quiet_to?: string | null
          unsubscribe_token?: string
          user_id: string
        }
        Update: {
          quiet_from?: string | null
          quiet_to?: string | null
          unsubscribe_token?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "notification_settings_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: true
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      notifications: {
        Row: {
          audience: Database["public"]["Enums"]["notification_audience"]
          created_at: string
          data: NonNullable<Json>
          event_id: number
          id: string
          in_app: boolean
          kind: string
          read_at: string | null
          user_id: string
        }
        Insert: {
          audience: Database["public"]["Enums"]["notification_audience"]
          created_at?: string
          data: NonNullable<Json>
          event_id: number
          id?: string
          in_app: boolean
          kind: string
          read_at?: string | null
          user_id: string
        }
        Update: {
          audience?: Database["public"]["Enums"]["notification_audience"]
          created_at?: string
          data?: NonNullable<Json>
          event_id?: number
          id?: string
          in_app?: boolean
          kind?: string
          read_at?: string | null
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "notifications_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      option_groups: {
        Row: {
          id: string
          max_choices: number
          min_choices: number
          name: string
          vendor_id: string
        }
        Insert: {
          id?: string
          max_choices?: number
          min_choices?: number
          name: string
          vendor_id: string
        }
        Update: {
          id?: string
          max_choices?: number
          min_choices?: number
          name?: string
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "option_groups_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      options: {
        Row: {
          available: boolean
          group_id: string
          id: string
          name: string
          position: number
          price_delta_minor: number
        }
        Insert: {
          available?: boolean
          group_id: string
          id?: string
          name: string
          position?: number
          price_delta_minor?: number
        }
        Update: {
          available?: boolean
          group_id?: string
          id?: string
          name?: string
          position?: number
          price_delta_minor?: number
        }
        Relationships: [
          {
            foreignKeyName: "options_group_id_fkey"
            columns: ["group_id"]
            isOneToOne: false
            referencedRelation: "option_groups"
            referencedColumns: ["id"]
          },
        ]
      }
      order_alarms: {
        Row: {
          actor_id: string | null
          at: string
          order_id: string
          step: string
        }
        Insert: {
          actor_id?: string | null
          at?: string
          order_id: string
          step: string
        }
        Update: {
          actor_id?: string | null
          at?: string
          order_id?: string
          step?: string
        }
        Relationships: [
          {
            foreignKeyName: "order_alarms_actor_id_fkey"
            columns: ["actor_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "order_alarms_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      order_items: {
        Row: {
          counted: boolean
          line: number
          line_total_minor: number
          name: string
          note: string | null
          options: NonNullable<Json>
          order_id: string
          product_id: string
          quantity: number
          refunded_quantity: number
          regular_unit_price_minor: number | null
          unit_price_minor: number
        }
        Insert: {
          counted: boolean
          line: number
          line_total_minor: number
          name: string
          note?: string | null
          options?: NonNullable<Json>
          order_id: string
          product_id: string
          quantity: number
          refunded_quantity?: number
          regular_unit_price_minor?: number | null
          unit_price_minor: number
        }
        Update: {
          counted?: boolean
          line?: number
          line_total_minor?: number
          name?: string
          note?: string | null
          options?: NonNullable<Json>
          order_id?: string
          product_id?: string
          quantity?: number
          refunded_quantity?: number
          regular_unit_price_minor?: number | null
          unit_price_minor?: number
        }
        Relationships: [
          {
            foreignKeyName: "order_items_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "order_items_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
        ]
      }
      order_transitions: {
        Row: {
          actor: Database["public"]["Enums"]["order_actor"]
          from_status: Database["public"]["Enums"]["order_status"]
          order_type: Database["public"]["Enums"]["order_type"]
          reason_required: boolean
          to_status: Database["public"]["Enums"]["order_status"]
        }
        Insert: {
          actor: Database["public"]["Enums"]["order_actor"]
          from_status: Database["public"]["Enums"]["order_status"]
          order_type: Database["public"]["Enums"]["order_type"]
          reason_required?: boolean
          to_status: Database["public"]["Enums"]["order_status"]
        }
        Update: {
          actor?: Database["public"]["Enums"]["order_actor"]
          from_status?: Database["public"]["Enums"]["order_status"]
          order_type?: Database["public"]["Enums"]["order_type"]
          reason_required?: boolean
          to_status?: Database["public"]["Enums"]["order_status"]
        }
        Relationships: []
      }
      orders: {
        Row: {
          address_lat: number | null
          address_lng: number | null
          address_text: string | null
          branch_id: string
          confirm_by: string
          coupon_code: string | null
          courier_id: string | null
          created_at: string
          currency: string
          customer_id: string
          delivery_discount_minor: number
          delivery_fee_minor: number
          discount_minor: number
          end_reason: string | null
          eta_at: string
          id: string
          neighborhood_id: number | null
          note: string | null
          number: number
          paid_minor: number
          payment_method: Database["public"]["Enums"]["payment_method"]
          payment_status: Database["public"]["Enums"]["payment_status"]
          placed_at: string | null
          prep_minutes: number
          promoted_minor: number
          refunded_minor: number
          ride_minutes: number
          scheduled_for: string | null
          status: Database["public"]["Enums"]["order_status"]
          subtotal_minor: number
          tip_minor: number
          total_minor: number
          type: Database["public"]["Enums"]["order_type"]
          updated_at: string
          vendor_id: string
          version: number
          wallet_minor: number
        }
        Insert: {
          address_lat?: number | null
          address_lng?: number | null
          address_text?: string | null
          branch_id: string
          confirm_by: string
          coupon_code?: string | null
          courier_id?: string | null
          created_at?: string
          currency?: string
          customer_id: string
          delivery_discount_minor?: number
          delivery_fee_minor: number
          discount_minor?: number
          end_reason?: string | null
          eta_at: string
          id?: string
          neighborhood_id?: number | null
          note?: string | null
          number?: number
          paid_minor?: number
          payment_method: Database["public"]["Enums"]["payment_method"]
          payment_status?: Database["public"]["Enums"]["payment_status"]
          placed_at?: string | null
          prep_minutes: number
          promoted_minor?: number
          refunded_minor?: number
          ride_minutes?: number
          scheduled_for?: string | null
          status?: Database["public"]["Enums"]["order_status"]
          subtotal_minor: number
          tip_minor?: number
          total_minor: number
          type: Database["public"]["Enums"]["order_type"]
          updated_at?: string
          vendor_id: string
          version?: number
          wallet_minor?: number
        }
        Update: {
          address_lat?: number | null
          address_lng?: number | null
          address_text?: string | null
          branch_id?: string
          confirm_by?: string
          coupon_code?: string | null
          courier_id?: string | null
          created_at?: string
          currency?: string
          customer_id?: string
          delivery_discount_minor?: number
          delivery_fee_minor?: number
          discount_minor?: number
          end_reason?: string | null
          eta_at?: string
          id?: string
          neighborhood_id?: number | null
          note?: string | null
          number?: number
          paid_minor?: number
          payment_method?: Database["public"]["Enums"]["payment_method"]
          payment_status?: Database["public"]["Enums"]["payment_status"]
          placed_at?: string | null
          prep_minutes?: number
          promoted_minor?: number
          refunded_minor?: number
          ride_minutes?: number
          scheduled_for?: string | null
          status?: Database["public"]["Enums"]["order_status"]
          subtotal_minor?: number
          tip_minor?: number
          total_minor?: number
          type?: Database["public"]["Enums"]["order_type"]
          updated_at?: string
          vendor_id?: string
          version?: number
          wallet_minor?: number
        }
        Relationships: [
          {
            foreignKeyName: "orders_branch_id_fkey"
            columns: ["branch_id"]
            isOneToOne: false
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "orders_courier_id_fkey"
            columns: ["courier_id"]
            isOneToOne: false
            referencedRelation: "couriers"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "orders_customer_id_fkey"
            columns: ["customer_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "orders_neighborhood_id_fkey"
            columns: ["neighborhood_id"]
            isOneToOne: false
            referencedRelation: "neighborhoods"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "orders_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      outbox_events: {
        Row: {
          created_at: string
          data: NonNullable<Json>
          due_at: string
          id: number
          leased_until: string | null
          published_at: string | null
          request_id: string | null
          stream_id: string
          stream_type: string
          type: string
        }
        Insert: {
          created_at?: string
          data?: NonNullable<Json>
          due_at?: string
          id?: never
          leased_until?: string | null
          published_at?: string | null
          request_id?: string | null
          stream_id: string
          stream_type: string
          type: string
        }
        Update: {
          created_at?: string
          data?: NonNullable<Json>
          due_at?: string
          id?: never
          leased_until?: string | null
          published_at?: string | null
          request_id?: string | null
          stream_id?: string
          stream_type?: string
          type?: string
        }
        Relationships: []
      }
      payments: {
        Row: {
          amount_minor: number
          challenge_url: string | null
          client_secret: string | null
          created_at: string
          currency: string
          customer_id: string
          expires_at: string
          failure_code: string | null
          id: string
          order_id: string | null
          provider: string | null
          provider_id: string | null
          purpose: string
          revision: number
          status: string
          updated_at: string
        }
        Insert: {
          amount_minor: number
          challenge_url?: string | null
          client_secret?: string | null
          created_at?: string
          currency?: string
          customer_id: string
          expires_at?: string
          failure_code?: string | null
          id?: string
          order_id?: string | null
          provider?: string | null
          provider_id?: string | null
          purpose: string
          revision?: number
          status?: string
          updated_at?: string
        }
        Update: {
          amount_minor?: number
          challenge_url?: string | null
          client_secret?: string | null
          created_at?: string
          currency?: string
          customer_id?: string
          expires_at?: string
          failure_code?: string | null
          id?: string
          order_id?: string | null
          provider?: string | null
          provider_id?: string | null
          purpose?: string
          revision?: number
          status?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "payments_customer_id_fkey"
            columns: ["customer_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "payments_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: true
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      payouts: {
        Row: {
          amount_minor: number
          created_at: string
          id: string
          made_by: string
          number: number
          vendor_id: string
        }
        Insert: {
          amount_minor: number
          created_at?: string
          id?: string
          made_by: string
          number?: number
          vendor_id: string
        }
        Update: {
          amount_minor?: number
          created_at?: string
          id?: string
          made_by?: string
          number?: number
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "payouts_made_by_fkey"
            columns: ["made_by"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "payouts_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      price_rule_branches: {
        Row: {
          branch_id: string
          rule_id: string
        }
        Insert: {
          branch_id: string
          rule_id: string
        }
        Update: {
          branch_id?: string
          rule_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "price_rule_branches_branch_id_fkey"
            columns: ["branch_id"]
            isOneToOne: false
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "price_rule_branches_rule_id_fkey"
            columns: ["rule_id"]
            isOneToOne: false
            referencedRelation: "price_rules"
            referencedColumns: ["id"]
          },
        ]
      }
      price_rule_categories: {
        Row: {
          category_id: string
          rule_id: string
        }
        Insert: {
          category_id: string
          rule_id: string
        }
        Update: {
          category_id?: string
          rule_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "price_rule_categories_category_id_fkey"
            columns: ["category_id"]
            isOneToOne: false
            referencedRelation: "categories"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "price_rule_categories_rule_id_fkey"
            columns: ["rule_id"]
            isOneToOne: false
            referencedRelation: "price_rules"
            referencedColumns: ["id"]
          },
        ]
      }
      price_rule_products: {
        Row: {
          price_minor: number | null
          product_id: string
          rule_id: string
        }
        Insert: {
          price_minor?: number | null
          product_id: string
          rule_id: string
        }
        Update: {
          price_minor?: number | null
          product_id?: string
          rule_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "price_rule_products_product_id_fkey"
            columns: ["product_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "price_rule_products_rule_id_fkey"
            columns: ["rule_id"]
            isOneToOne: false
            referencedRelation: "price_rules"
            referencedColumns: ["id"]
          },
        ]
      }
      price_rules: {
        Row: {
          active: boolean
          created_at: string
          created_by: string | null
          ends: string
          every_branch: boolean
          from_date: string | null
          id: string
          name: string
          percent: number | null
          scope: Database["public"]["Enums"]["price_rule_scope"]
          starts: string
          until_date: string | null
          updated_at: string
          vendor_id: string
          version: number
          weekdays: number[]
        }
        Insert: {
          active?: boolean
          created_at?: string
          created_by?: string | null
          ends: string
          every_branch?: boolean
          from_date?: string | null
          id?: string
          name: string
          percent?: number | null
          scope: Database["public"]["Enums"]["price_rule_scope"]
          starts: string
          until_date?: string | null
          updated_at?: string
          vendor_id: string
          version?: number
          weekdays: number[]
        }
        Update: {
          active?: boolean
          created_at?: string
          created_by?: string | null
          ends?: string
          every_branch?: boolean
          from_date?: string | null
          id?: string
          name?: string
          percent?: number | null
          scope?: Database["public"]["Enums"]["price_rule_scope"]
          starts?: string
          until_date?: string | null
          updated_at?: string
          vendor_id?: string
          version?: number
          weekdays?: number[]
        }
        Relationships: [
          {
            foreignKeyName: "price_rules_created_by_fkey"
            columns: ["created_by"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "price_rules_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      product_option_groups: {
        Row: {
          group_id: string
          position: number
          product_id: string
          vendor_id: string
        }
        Insert: {
          group_id: string
          position?: number
          product_id: string
          vendor_id: string
        }
        Update: {
          group_id?: string
          position?: number
          product_id?: string
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "product_option_groups_group_id_vendor_id_fkey"
            columns: ["group_id", "vendor_id"]
            isOneToOne: false
            referencedRelation: "option_groups"
            referencedColumns: ["id", "vendor_id"]
          },
          {
            foreignKeyName: "product_option_groups_product_id_vendor_id_fkey"
            columns: ["product_id", "vendor_id"]
            isOneToOne: false
            referencedRelation: "products"
            referencedColumns: ["id", "vendor_id"]
          },
        ]
      }
      products: {
        Row: {
          allergens: string[]
          available: boolean
          category_id: string | null
          created_at: string
          currency: string
          deleted_at: string | null
          description: string
          folded: string
          id: string
          image_url: string | null
          make_minutes: number
          name: string
          position: number
          price_minor: number
          updated_at: string
          vendor_id: string
          version: number
        }
        Insert: {
          allergens?: string[]
          available?: boolean
          category_id?: string | null
          created_at?: string
          currency?: string
          deleted_at?: string | null
          description?: string
          folded?: never
          id?: string
          image_url?: string | null
          make_minutes?: number
          name: string
          position?: number
          price_minor: number
          updated_at?: string
          vendor_id: string
          version?: number
        }
        Update: {
          allergens?: string[]
          available?: boolean
          category_id?: string | null
          created_at?: string
          currency?: string
          deleted_at?: string | null
          description?: string
          folded?: never
          id?: string
          image_url?: string | null
          make_minutes?: number
          name?: string
          position?: number
          price_minor?: number
          updated_at?: string
          vendor_id?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "products_category_id_vendor_id_fkey"
            columns: ["category_id", "vendor_id"]
            isOneToOne: false
            referencedRelation: "categories"
            referencedColumns: ["id", "vendor_id"]
          },
          {
            foreignKeyName: "products_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      projections: {
        Row: {
          advanced_at: string | null
          begun_at: string
          event_id: number
          events: number
          generation: number
          name: string
          serving: boolean
          xid: unknown
        }
        Insert: {
          advanced_at?: string | null
          begun_at?: string
          event_id?: number
          events?: number
          generation: number
          name: string
          serving: boolean
          xid?: unknown
        }
        Update: {
          advanced_at?: string | null
          begun_at?: string
          event_id?: number
          events?: number
          generation?: number
          name?: string
          serving?: boolean
          xid?: unknown
        }
        Relationships: []
      }
      provider_events: {
        Row: {
          error: string | null
          id: number
          payment: Json | null
          provider: string
          provider_event_id: string | null
          raw: string
          received_at: string
          refund: Json | null
          state: string
          type: string | null
        }
        Insert: {
          error?: string | null
          id?: never
          payment?: Json | null
          provider: string
          provider_event_id?: string | null
          raw: string
          received_at?: string
          refund?: Json | null
          state?: string
          type?: string | null
        }
        Update: {
          error?: string | null
          id?: never
          payment?: Json | null
          provider?: string
          provider_event_id?: string | null
          raw?: string
          received_at?: string
          refund?: Json | null
          state?: string
          type?: string | null
        }
        Relationships: []
      }
      push_subscriptions: {
        Row: {
          auth: string
          created_at: string
          device: string | null
          endpoint: string
          id: string
          p256dh: string
          used_at: string
          user_id: string
        }
        Insert: {
          auth: string
          created_at?: string
          device?: string | null
          endpoint: string
          id?: string
          p256dh: string
          used_at?: string
          user_id: string
        }
        Update: {
          auth?: string
          created_at?: string
          device?: string | null
          endpoint?: string
          id?: string
          p256dh?: string
          used_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "push_subscriptions_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      refunds: {
        Row: {
          actor_id: string | null
          amount_minor: number
          card_minor: number
          created_at: string
          id: string
          order_id: string
          provider_refund_id: string | null
          reason: string
          status: string
          target: string
          updated_at: string
          wallet_minor: number
        }
        Insert: {
          actor_id?: string | null
          amount_minor: number
          card_minor: number
          created_at?: string
          id?: string
          order_id: string
          provider_refund_id?: string | null
          reason: string
          status: string
          target: string
          updated_at?: string
          wallet_minor: number
        }
        Update: {
          actor_id?: string | null
          amount_minor?: number
          card_minor?: number
          created_at?: string
          id?: string
          order_id?: string
          provider_refund_id?: string | null
          reason?: string
          status?: string
          target?: string
          updated_at?: string
          wallet_minor?: number
        }
        Relationships: [
          {
            foreignKeyName: "refunds_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      review_moderations: {
        Row: {
          at: string
          decided_by: string | null
          hidden: boolean
          id: number
          reason: string
          review_id: string
        }
        Insert: {
          at?: string
          decided_by?: string | null
          hidden: boolean
          id?: never
          reason: string
          review_id: string
        }
        Update: {
          at?: string
          decided_by?: string | null
          hidden?: boolean
          id?: never
          reason?: string
          review_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "review_moderations_decided_by_fkey"
            columns: ["decided_by"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "review_moderations_review_id_fkey"
            columns: ["review_id"]
            isOneToOne: false
            referencedRelation: "reviews"
            referencedColumns: ["id"]
          },
        ]
      }
      reviews: {
        Row: {
          author: string
          created_at: string
          customer_id: string | null
          edited_at: string | null
          hidden: boolean
          id: string
          order_id: string | null
          rating: number
          replied_at: string | null
          reply: string | null
          text: string
          vendor_id: string
          version: number
        }
        Insert: {
          author: string
          created_at?: string
          customer_id?: string | null
          edited_at?: string | null
          hidden?: boolean
          id?: string
          order_id?: string | null
          rating: number
          replied_at?: string | null
          reply?: string | null
          text?: string
          vendor_id: string
          version?: number
        }
        Update: {
          author?: string
          created_at?: string
          customer_id?: string | null
          edited_at?: string | null
          hidden?: boolean
          id?: string
          order_id?: string | null
          rating?: number
          replied_at?: string | null
          reply?: string | null
          text?: string
          vendor_id?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "reviews_customer_id_fkey"
            columns: ["customer_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "reviews_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: true
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "reviews_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      sagas: {
        Row: {
          attempts: number
          created_at: string
          deadline: string | null
          id: string
          kind: string
          last_error: string | null
          leased_until: string | null
          next_run_at: string | null
          state: Database["public"]["Enums"]["saga_state"]
          step: string
          subject_id: string
          updated_at: string
        }
        Insert: {
          attempts?: number
          created_at?: string
          deadline?: string | null
          id?: string
          kind: string
          last_error?: string | null
          leased_until?: string | null
          next_run_at?: string | null
          state?: Database["public"]["Enums"]["saga_state"]
          step: string
          subject_id: string
          updated_at?: string
        }
        Update: {
          attempts?: number
          created_at?: string
          deadline?: string | null
          id?: string
          kind?: string
          last_error?: string | null
          leased_until?: string | null
          next_run_at?: string | null
          state?: Database["public"]["Enums"]["saga_state"]
          step?: string
          subject_id?: string
          updated_at?: string
        }
        Relationships: []
      }
      scheduled_jobs: {
        Row: {
          every: string
          last_error: string | null
          last_finished_at: string | null
          last_result: Json | null
          last_started_at: string | null
          name: string
        }
        Insert: {
          every: string
          last_error?: string | null
          last_finished_at?: string | null
          last_result?: Json | null
          last_started_at?: string | null
          name: string
        }
        Update: {
          every?: string
          last_error?: string | null
          last_finished_at?: string | null
          last_result?: Json | null
          last_started_at?: string | null
          name?: string
        }
        Relationships: []
      }
      staff_rights: {
        Row: {
          may: Database["public"]["Enums"]["staff_right"]
          role: Database["public"]["Enums"]["staff_role"]
        }
        Insert: {
          may: Database["public"]["Enums"]["staff_right"]
          role: Database["public"]["Enums"]["staff_role"]
        }
        Update: {
          may?: Database["public"]["Enums"]["staff_right"]
          role?: Database["public"]["Enums"]["staff_role"]
        }
        Relationships: []
      }
      store_credit_wallets: {
        Row: {
          created_at: string
          customer_id: string
          id: string
        }
        Insert: {
          created_at?: string
          customer_id: string
          id: string
        }
        Update: {
          created_at?: string
          customer_id?: string
          id?: string
        }
        Relationships: [
          {
            foreignKeyName: "store_credit_wallets_customer_id_fkey"
            columns: ["customer_id"]
            isOneToOne: true
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "store_credit_wallets_id_fkey"
            columns: ["id"]
            isOneToOne: true
            referencedRelation: "ledger_accounts"
            referencedColumns: ["id"]
          },
        ]
      }
      tracking_links: {
        Row: {
          created_at: string
          id: string
          order_id: string
          token_hash: string
        }
        Insert: {
          created_at?: string
          id?: string
          order_id: string
          token_hash: string
        }
        Update: {
          created_at?: string
          id?: string
          order_id?: string
          token_hash?: string
        }
        Relationships: [
          {
            foreignKeyName: "tracking_links_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
        ]
      }
      users: {
        Row: {
          created_at: string
          email: string
          full_name: string
          id: string
          locale: string
          phone: string | null
          role: Database["public"]["Enums"]["user_role"]
          suspended_at: string | null
          updated_at: string
        }
        Insert: {
          created_at?: string
          email: string
          full_name: string
          id: string
          locale?: string
          phone?: string | null
          role?: Database["public"]["Enums"]["user_role"]
          suspended_at?: string | null
          updated_at?: string
        }
        Update: {
          created_at?: string
          email?: string
          full_name?: string
          id?: string
          locale?: string
          phone?: string | null
          role?: Database["public"]["Enums"]["user_role"]
          suspended_at?: string | null
          updated_at?: string
        }
        Relationships: []
      }
      vendor_applications: {
        Row: {
          address_text: string
          applicant_id: string
          business_name: string
          business_type: Database["public"]["Enums"]["business_type"]
          contact_name: string
          contact_phone: string
          created_at: string
          decided_at: string | null
          decided_by: string | null
          decision_reason: string | null
          district_id: number
          iban: string
          id: string
          lat: number
          legal_name: string
          lng: number
          note: string
          status: Database["public"]["Enums"]["application_status"]
          tax_number: string
          tax_office: string
          vendor_id: string | null
        }
        Insert: {
          address_text: string
          applicant_id: string
          business_name: string
          business_type: Database["public"]["Enums"]["business_type"]
          contact_name: string
          contact_phone: string
          created_at?: string
          decided_at?: string | null
          decided_by?: string | null
          decision_reason?: string | null
          district_id: number
          iban: string
          id?: string
          lat: number
          legal_name: string
          lng: number
          note?: string
          status?: Database["public"]["Enums"]["application_status"]
          tax_number: string
          tax_office: string
          vendor_id?: string | null
        }
        Update: {
          address_text?: string
          applicant_id?: string
          business_name?: string
          business_type?: Database["public"]["Enums"]["business_type"]
          contact_name?: string
          contact_phone?: string
          created_at?: string
          decided_at?: string | null
          decided_by?: string | null
          decision_reason?: string | null
          district_id?: number
          iban?: string
          id?: string
          lat?: number
          legal_name?: string
          lng?: number
          note?: string
          status?: Database["public"]["Enums"]["application_status"]
          tax_number?: string
          tax_office?: string
          vendor_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "vendor_applications_applicant_id_fkey"
            columns: ["applicant_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "vendor_applications_decided_by_fkey"
            columns: ["decided_by"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "vendor_applications_district_id_fkey"
            columns: ["district_id"]
            isOneToOne: false
            referencedRelation: "districts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "vendor_applications_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      vendor_members: {
        Row: {
          active: boolean
          created_at: string
          role: Database["public"]["Enums"]["staff_role"]
          user_id: string
          vendor_id: string
        }
        Insert: {
          active?: boolean
          created_at?: string
          role?: Database["public"]["Enums"]["staff_role"]
          user_id: string
          vendor_id: string
        }
        Update: {
          active?: boolean
          created_at?: string
          role?: Database["public"]["Enums"]["staff_role"]
          user_id?: string
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "vendor_members_user_id_fkey"
            columns: ["user_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "vendor_members_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      vendor_payables: {
        Row: {
          at: string
          collected_minor: number
          commission_bps: number
          commission_minor: number
          delivery_fee_minor: number
          discount_minor: number
          id: string
          items_minor: number
          kind: string
          net_minor: number
          order_id: string
          payment_cost_minor: number
          payout_id: string | null
          promoted_minor: number
          promotion_minor: number
          refund_id: string | null
          refunded_minor: number
          tip_minor: number
          vendor_id: string
        }
        Insert: {
          at?: string
          collected_minor?: number
          commission_bps: number
          commission_minor?: number
          delivery_fee_minor?: number
          discount_minor?: number
          id?: string
          items_minor?: number
          kind: string
          net_minor: number
          order_id: string
          payment_cost_minor?: number
          payout_id?: string | null
          promoted_minor?: number
          promotion_minor?: number
          refund_id?: string | null
          refunded_minor?: number
          tip_minor?: number
          vendor_id: string
        }
        Update: {
          at?: string
          collected_minor?: number
          commission_bps?: number
          commission_minor?: number
          delivery_fee_minor?: number
          discount_minor?: number
          id?: string
          items_minor?: number
          kind?: string
          net_minor?: number
          order_id?: string
          payment_cost_minor?: number
          payout_id?: string | null
          promoted_minor?: number
          promotion_minor?: number
          refund_id?: string | null
          refunded_minor?: number
          tip_minor?: number
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "vendor_payables_order_id_fkey"
            columns: ["order_id"]
            isOneToOne: false
            referencedRelation: "orders"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "vendor_payables_payout_id_fkey"
            columns: ["payout_id"]
            isOneToOne: false
            referencedRelation: "payouts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "vendor_payables_refund_id_fkey"
            columns: ["refund_id"]
            isOneToOne: true
            referencedRelation: "refunds"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "vendor_payables_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      vendor_verifications: {
        Row: {
          at: string
          decided_by: string | null
          id: number
          reason: string
          vendor_id: string
          verified: boolean
        }
        Insert: {
          at?: string
          decided_by?: string | null
          id?: never
          reason: string
          vendor_id: string
          verified: boolean
        }
        Update: {
          at?: string
          decided_by?: string | null
          id?: never
          reason?: string
          vendor_id?: string
          verified?: boolean
        }
        Relationships: [
          {
            foreignKeyName: "vendor_verifications_decided_by_fkey"
            columns: ["decided_by"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "vendor_verifications_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
      vendors: {
        Row: {
          business_type: Database["public"]["Enums"]["business_type"]
          commission_bps: number
          courier_capacity: number
          created_at: string
          description: string
          folded: string
          id: string
          image_url: string | null
          name: string
          payment_cost_bps: number
          rating: number | null
          rating_count: number
          rating_sum: number
          slug: string
          updated_at: string
          verified: boolean
          version: number
        }
        Insert: {
          business_type: Database["public"]["Enums"]["business_type"]
          commission_bps?: number
          courier_capacity?: number
          created_at?: string
          description?: string
          folded?: never
          id?: string
          image_url?: string | null
          name: string
          payment_cost_bps?: number
          rating?: number | null
          rating_count?: number
          rating_sum?: number
          slug: string
          updated_at?: string
          verified?: boolean
          version?: number
        }
        Update: {
          business_type?: Database["public"]["Enums"]["business_type"]
          commission_bps?: number
          courier_capacity?: number
          created_at?: string
          description?: string
          folded?: never
          id?: string
          image_url?: string | null
          name?: string
          payment_cost_bps?: number
          rating?: number | null
          rating_count?: number
          rating_sum?: number
          slug?: string
          updated_at?: string
          verified?: boolean
          version?: number
        }
        Relationships: []
      }
      wallet_adjustments: {
        Row: {
          amount_minor: number
          created_at: string
          customer_id: string
          decided_by: string | null
          id: string
          reason: string
          requested_by: string
          status: string
        }
        Insert: {
          amount_minor: number
          created_at?: string
          customer_id: string
          decided_by?: string | null
          id?: string
          reason: string
          requested_by: string
          status: string
        }
        Update: {
          amount_minor?: number
          created_at?: string
          customer_id?: string
          decided_by?: string | null
          id?: string
          reason?: string
          requested_by?: string
          status?: string
        }
        Relationships: [
          {
            foreignKeyName: "wallet_adjustments_customer_id_fkey"
            columns: ["customer_id"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "wallet_adjustments_decided_by_fkey"
            columns: ["decided_by"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "wallet_adjustments_requested_by_fkey"
            columns: ["requested_by"]
            isOneToOne: false
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      wallet_months: {
        Row: {
          credited_minor: number
          debited_minor: number
          generation: number
          month: string
          movements: number
          wallet_id: string
        }
        Insert: {
          credited_minor: number
          debited_minor: number
          generation: number
          month: string
          movements: number
          wallet_id: string
        }
        Update: {
          credited_minor?: number
          debited_minor?: number
          generation?: number
          month?: string
          movements?: number
          wallet_id?: string
        }
        Relationships: []
      }
      wallet_transactions: {
        Row: {
          amount_minor: number
          at: string
          balance_minor: number
          id: number
          kind: string
          transfer_id: string
          wallet_id: string
        }
        Insert: {
          amount_minor: number
          at?: string
          balance_minor: number
          id?: never
          kind: string
          transfer_id: string
          wallet_id: string
        }
        Update: {
          amount_minor?: number
          at?: string
          balance_minor?: number
          id?: never
          kind?: string
          transfer_id?: string
          wallet_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "wallet_transactions_transfer_id_fkey"
            columns: ["transfer_id"]
            isOneToOne: false
            referencedRelation: "ledger_transfers"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "wallet_transactions_wallet_id_fkey"
            columns: ["wallet_id"]
            isOneToOne: false
            referencedRelation: "store_credit_wallets"
            referencedColumns: ["id"]
          },
        ]
      }
      webhook_deliveries: {
        Row: {
          attempts: number
          created_at: string
          delivered_at: string | null
          duration_ms: number | null
          endpoint_id: string
          event_id: number | null
          id: string
          last_error: string | null
          last_status: number | null
          payload: string
          requested_at: string
          response_excerpt: string | null
          state: string
          type: string
        }
        Insert: {
          attempts?: number
          created_at?: string
          delivered_at?: string | null
          duration_ms?: number | null
          endpoint_id: string
          event_id?: number | null
          id?: string
          last_error?: string | null
          last_status?: number | null
          payload: string
          requested_at?: string
          response_excerpt?: string | null
          state?: string
          type: string
        }
        Update: {
          attempts?: number
          created_at?: string
          delivered_at?: string | null
          duration_ms?: number | null
          endpoint_id?: string
          event_id?: number | null
          id?: string
          last_error?: string | null
          last_status?: number | null
          payload?: string
          requested_at?: string
          response_excerpt?: string | null
          state?: string
          type?: string
        }
        Relationships: [
          {
            foreignKeyName: "webhook_deliveries_endpoint_id_fkey"
            columns: ["endpoint_id"]
            isOneToOne: false
            referencedRelation: "webhook_endpoints"
            referencedColumns: ["id"]
          },
        ]
      }
      webhook_endpoints: {
        Row: {
          created_at: string
          description: string
          disabled_reason: string | null
          enabled: boolean
          event_types: string[]
          failures_in_a_row: number
          id: string
          previous_secret: string | null
          previous_secret_until: string | null
          secret: string
          url: string
          vendor_id: string
        }
        Insert: {
          created_at?: string
          description?: string
          disabled_reason?: string | null
          enabled?: boolean
          event_types: string[]
          failures_in_a_row?: number
          id?: string
          previous_secret?: string | null
          previous_secret_until?: string | null
          secret?: string
          url: string
          vendor_id: string
        }
        Update: {
          created_at?: string
          description?: string
          disabled_reason?: string | null
          enabled?: boolean
          event_types?: string[]
          failures_in_a_row?: number
          id?: string
          previous_secret?: string | null
          previous_secret_until?: string | null
          secret?: string
          url?: string
          vendor_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "webhook_endpoints_vendor_id_fkey"
            columns: ["vendor_id"]
            isOneToOne: false
            referencedRelation: "vendors"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      act_on_saga: { Args: { action: string; saga_id: string }; Returns: Json }
      adjust_wallet: {
        Args: { adjustment: Json; idempotency_key: string }
        Returns: Json
      }
      advance_projections: { Args: { batch?: number }; Returns: number }
      announce_paper: { Args: { paper: Json }; Returns: Json }
      answer_dispute: {
        Args: { answer: string; dispute_id: string }
        Returns: Json
      }
      apply_provider_events: { Args: { batch?: number }; Returns: number }
      arrange_categories: { Args: { body: Json }; Returns: Json }
      assign_courier: {
        Args: { assignment: Json; order_id: string }
        Returns: Json
      }
      begin_delivery_photo: {
        Args: { idempotency_key: string; order_id: string; photo: Json }
        Returns: Json
      }
      begin_payment_action: {
        Args: { action: Json; idempotency_key: string; payment_id: string }
        Returns: Json
      }
      begin_scheduled_job: { Args: { job_name: string }; Returns: undefined }
      begin_webhook_delivery: { Args: { delivery_id: string }; Returns: Json }
      bury_event: {
        Args: { of_consumer: string; of_event: number }
        Returns: undefined
      }
      check_audit: { Args: Record<PropertyKey, never>; Returns: Json }
      check_rebuilt_state: { Args: { filter: Json }; Returns: Json }
      claim_for_broker: { Args: { batch: number }; Returns: Json }
      claim_sagas: { Args: { batch?: number; subject?: string }; Returns: Json }
      confirm_carried: {
        Args: { event_ids: number[]; job_ids: number[] }
        Returns: undefined
      }
      courier_earnings: { Args: Record<PropertyKey, never>; Returns: Json }
      create_branch: { Args: { body: Json }; Returns: Json }
      create_coupon: { Args: { coupon: Json }; Returns: Json }
      create_courier: { Args: { person: Json }; Returns: Json }
      create_price_rule: { Args: { body: Json }; Returns: Json }
      create_product: { Args: { body: Json }; Returns: Json }
      create_staff: { Args: { person: Json }; Returns: Json }
      create_tracking_link: { Args: { order_id: string }; Returns: Json }
      create_webhook_endpoint: { Args: { endpoint: Json }; Returns: Json }
      current_impersonation: { Args: Record<PropertyKey, never>; Returns: Json }
      database_consumers: {
        Args: Record<PropertyKey, never>
        Returns: string[]
      }
      decide_adjustment: {
        Args: { adjustment_id: string; decision: string }
        Returns: Json
      }
      decide_application: {
        Args: { application_id: string; body: Json }
        Returns: Json
      }
      decide_dispute: {
        Args: { decision: Json; dispute_id: string; idempotency_key: string }
        Returns: Json
      }
      decide_failed_delivery: {
        Args: { order_id: string; verdict: Json }
        Returns: Json
      }
      delete_address: { Args: { address_id: string }; Returns: undefined }
      delete_category: { Args: { category_id: string }; Returns: undefined }
      delete_option_group: { Args: { group_id: string }; Returns: undefined }
      delete_price_rule: { Args: { rule_id: string }; Returns: undefined }
      delete_product: { Args: { product_id: string }; Returns: undefined }
      delete_push_subscription: {
        Args: { endpoint: string }
        Returns: undefined
      }
      delete_webhook_endpoint: {
        Args: { endpoint_id: string }
        Returns: undefined
      }
      discard_jobs: { Args: { selection: Json }; Returns: Json }
      edit_products: { Args: { body: Json }; Returns: Json }
      email_to_send: { Args: { notification_id: string }; Returns: Json }
      end_impersonation: {
        Args: Record<PropertyKey, never>
        Returns: undefined
      }
      end_scheduled_job: {
        Args: { error?: string; job_name: string; result?: Json }
        Returns: undefined
      }
      escalate_unanswered: { Args: Record<PropertyKey, never>; Returns: Json }
      export_menu: { Args: { vendor_id?: string }; Returns: Json }
      fail_saga: {
        Args: { error: string; lasting?: boolean; saga_id: string }
        Returns: undefined
      }
      favourite_ids: { Args: Record<PropertyKey, never>; Returns: Json }
      finish_delivery_photo: { Args: { photo_id: string }; Returns: undefined }
      finish_payment_action: {
        Args: { answer: Json; idempotency_key: string; payment_id: string }
        Returns: Json
      }
      finish_webhook_delivery: {
        Args: { delivery_id: string; outcome: Json }
        Returns: undefined
      }
      forget_photos: { Args: { ids: string[] }; Returns: number }
      fund_wallet: {
        Args: { funding: Json; idempotency_key: string }
        Returns: Json
      }
      get_delivery_photo: {
        Args: { order_id: string; photo_id: string }
        Returns: string
      }
      get_email_subscription: {
        Args: { kind?: string; token: string }
        Returns: Json
      }
      get_job_outcomes: { Args: { jobs: Json }; Returns: Json }
      get_me: { Args: Record<PropertyKey, never>; Returns: Json }
      get_menu: { Args: { branch_id: string }; Returns: Json }
      get_money_settings: { Args: Record<PropertyKey, never>; Returns: Json }
      get_notification_preferences: {
        Args: Record<PropertyKey, never>
        Returns: Json
      }
      get_order: { Args: { order_id: string }; Returns: Json }
      get_order_alarms: { Args: { order_id: string }; Returns: Json }
      get_order_at: {
        Args: { moment: string; order_id: string }
        Returns: Json
      }
      get_order_review: { Args: { order_id: string }; Returns: Json }
      get_payment: { Args: { payment_id: string }; Returns: Json }
      get_payout: { Args: { payout_id: string }; Returns: Json }
      get_person: { Args: { user_id: string }; Returns: Json }
      get_queue: { Args: Record<PropertyKey, never>; Returns: Json }
      get_town: { Args: Record<PropertyKey, never>; Returns: Json }
      get_tracking: { Args: { token: string }; Returns: Json }
      get_vendor: {
        Args: { lat?: number; lng?: number; slug: string }
        Returns: Json
      }
      get_vendor_branch: { Args: { branch_id: string }; Returns: Json }
      get_vendor_profile: { Args: { vendor_id?: string }; Returns: Json }
      get_wallet: { Args: Record<PropertyKey, never>; Returns: Json }
      hand_in_cash: {
        Args: { hand_in: Json; idempotency_key: string }
        Returns: Json
      }
      hand_over_order: {
        Args: { handover: Json; idempotency_key: string; order_id: string }
        Returns: Json
      }
      handle_here: {
        Args: { of_consumer: string; of_event: number }
        Returns: undefined
      }
      health: { Args: Record<PropertyKey, never>; Returns: boolean }
      import_menu: { Args: { body: Json }; Returns: Json }
      keep_paper: { Args: { paper_id: string }; Returns: Json }
      list_addresses: { Args: Record<PropertyKey, never>; Returns: Json }
      list_adjustments: { Args: { filter?: Json }; Returns: Json }
      list_admin_reviews: { Args: { filter?: Json }; Returns: Json }
      list_admin_vendors: { Args: { filter?: Json }; Returns: Json }
      list_all_payouts: { Args: { filter?: Json }; Returns: Json }
      list_applications: { Args: { filter?: Json }; Returns: Json }
      list_audit: { Args: { filter?: Json }; Returns: Json }
      list_categories: { Args: { vendor_id?: string }; Returns: Json }
      list_cities: { Args: Record<PropertyKey, never>; Returns: Json }
      list_coupon_redemptions: {
        Args: { coupon_id: string; page?: Json }
        Returns: Json
      }
      list_coupons: { Args: { filter?: Json }; Returns: Json }
      list_courier_cash: { Args: Record<PropertyKey, never>; Returns: Json }
      list_courier_tasks: { Args: Record<PropertyKey, never>; Returns: Json }
      list_dead_jobs: { Args: { filter?: Json }; Returns: Json }
      list_disputes: { Args: { filter?: Json }; Returns: Json }
      list_districts: { Args: { city: string }; Returns: Json }
      list_expired_photos: { Args: Record<PropertyKey, never>; Returns: Json }
      list_favourites: { Args: { filter?: Json }; Returns: Json }
      list_flags: { Args: Record<PropertyKey, never>; Returns: Json }
      list_hand_ins: { Args: { filter?: Json }; Returns: Json }
      list_my_papers: { Args: Record<PropertyKey, never>; Returns: Json }
      list_notifications: { Args: { filter?: Json }; Returns: Json }
      list_option_groups: { Args: { vendor_id?: string }; Returns: Json }
      list_order_events: {
        Args: { order_id: string; page?: Json }
        Returns: Json
      }
      list_orders: { Args: { filter: Json }; Returns: Json }
      list_payables: { Args: { filter?: Json }; Returns: Json }
      list_payouts: { Args: { filter?: Json }; Returns: Json }
      list_price_rules: { Args: { filter?: Json }; Returns: Json }
      list_projections: { Args: Record<PropertyKey, never>; Returns: Json }
      list_provider_events: { Args: { filter?: Json }; Returns: Json }
      list_push_subscriptions: {
        Args: Record<PropertyKey, never>
        Returns: Json
      }
      list_reviews: { Args: { filter?: Json; slug: string }; Returns: Json }
      list_sagas: { Args: { filter?: Json }; Returns: Json }
      list_slots: { Args: { branch_id: string; wish?: Json }; Returns: Json }
      list_staff: { Args: { vendor_id?: string }; Returns: Json }
      list_tracking_links: { Args: { order_id: string }; Returns: Json }
      list_vendor_branches: { Args: { vendor_id?: string }; Returns: Json }
      list_vendor_couriers: { Args: { vendor_id?: string }; Returns: Json }
      list_vendor_orders: { Args: { filter: Json }; Returns: Json }
      list_vendor_products: { Args: { filter?: Json }; Returns: Json }
      list_vendor_reviews: { Args: { filter?: Json }; Returns: Json }
      list_vendor_slugs: {
        Args: { page?: number; size?: number }
        Returns: Json
      }
      list_vendors: { Args: { filter?: Json }; Returns: Json }
      list_waiting_alarms: { Args: { filter: Json }; Returns: Json }
      list_wallet_transactions: { Args: { filter?: Json }; Returns: Json }
      list_webhook_deliveries: {
        Args: { endpoint_id: string; filter?: Json }
        Returns: Json
      }
      list_webhook_endpoints: { Args: { filter?: Json }; Returns: Json }
      make_payout: {
        Args: { idempotency_key: string; payout: Json }
        Returns: Json
      }
      mark_email_sent: { Args: { notification_id: string }; Returns: undefined }
      mark_paper: { Args: { mark: Json; paper_id: string }; Returns: Json }
      mark_push_sent: {
        Args: { gone: string[]; notification_id: string; reached: string[] }
        Returns: undefined
      }
      may_consume: {
        Args: { of_consumer: string; of_event: number }
        Returns: Json
      }
      metrics_snapshot: { Args: { part: string }; Returns: Json }
      moderate_review: {
        Args: { decision: Json; review_id: string }
        Returns: Json
      }
      money_overview: { Args: Record<PropertyKey, never>; Returns: Json }
      my_applications: { Args: Record<PropertyKey, never>; Returns: Json }
      my_cash: { Args: Record<PropertyKey, never>; Returns: Json }
      note_consumed: {
        Args: { error?: string; of_consumer: string; of_event: number }
        Returns: undefined
      }
      notify_of: { Args: { event_id: number }; Returns: number }
      open_dispute: { Args: { dispute: Json; order_id: string }; Returns: Json }
      open_paper: { Args: { paper_id: string }; Returns: Json }
      operator_overview: { Args: Record<PropertyKey, never>; Returns: Json }
      pause_consumer: {
        Args: { consumer_name: string; paused: boolean }
        Returns: Json
      }
      picture_vendor: { Args: { vendor_id?: string }; Returns: string }
      ping_webhook_endpoint: { Args: { endpoint_id: string }; Returns: Json }
      place_order: {
        Args: { idempotency_key: string; order_body: Json }
        Returns: Json
      }
      place_product: { Args: { body: Json; product_id: string }; Returns: Json }
      preview_price_rule: { Args: { body: Json }; Returns: Json }
      purge_expired: { Args: Record<PropertyKey, never>; Returns: Json }
      purge_notifications: { Args: Record<PropertyKey, never>; Returns: number }
      purge_papers: { Args: Record<PropertyKey, never>; Returns: string[] }
      purge_queue: { Args: Record<PropertyKey, never>; Returns: number }
      purge_tracking_links: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      purge_webhook_deliveries: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      push_to_send: { Args: { notification_id: string }; Returns: Json }
      quote_order: { Args: { draft: Json }; Returns: Json }
      read_flags: { Args: Record<PropertyKey, never>; Returns: Json }
      read_notifications: { Args: { which: Json }; Returns: Json }
      rebuild_projection: { Args: { name: string }; Returns: Json }
      receive_provider_event: { Args: { event: Json }; Returns: Json }
      record_payment: {
        Args: { payment_id: string; state: Json }
        Returns: Json
      }
      record_refund: {
        Args: { refund_id: string; state: Json }
        Returns: undefined
      }
      refund_order: {
        Args: { draft: Json; idempotency_key: string; order_id: string }
        Returns: Json
      }
      reject_unconfirmed_orders: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      remove_paper: { Args: { paper_id: string }; Returns: string }
      remove_push_subscription: {
        Args: { subscription_id: string }
        Returns: undefined
      }
      replay_jobs: { Args: { selection: Json }; Returns: Json }
      replay_webhook_delivery: { Args: { delivery_id: string }; Returns: Json }
      reply_to_review: {
        Args: { reply: Json; review_id: string }
        Returns: Json
      }
      report_failed_delivery: {
        Args: { idempotency_key: string; order_id: string; report: Json }
        Returns: Json
      }
      report_position: { Args: { report: Json }; Returns: undefined }
      review_order: { Args: { order_id: string; review: Json }; Returns: Json }
      revoke_tracking_link: {
        Args: { link_id: string; order_id: string }
        Returns: undefined
      }
      rotate_webhook_secret: { Args: { endpoint_id: string }; Returns: Json }
      sandbox_call: { Args: { args: Json; operation: string }; Returns: Json }
      save_address: { Args: { address: Json }; Returns: Json }
      save_category: { Args: { body: Json }; Returns: Json }
      save_option_group: { Args: { body: Json }; Returns: Json }
      save_push_subscription: {
        Args: { subscription: Json }
        Returns: undefined
      }
      search_desk: { Args: { q: string }; Returns: Json }
      search_places: { Args: { q: string }; Returns: Json }
      see_order: { Args: { order_id: string }; Returns: Json }
      set_branch_pace: {
        Args: { branch_id: string; pace: Json }
        Returns: Json
      }
      set_courier_shift: { Args: { shift: Json }; Returns: Json }
      set_email_subscription: {
        Args: { kind?: string; subscribed: boolean; token: string }
        Returns: Json
      }
      set_favourite: {
        Args: { favourite: boolean; vendor_id: string }
        Returns: Json
      }
      set_flag: { Args: { change: Json; flag: string }; Returns: Json }
      set_money_settings: { Args: { settings: Json }; Returns: Json }
      set_notification_preferences: { Args: { choices: Json }; Returns: Json }
      set_person_suspended: {
        Args: { reason: string; suspended: boolean; user_id: string }
        Returns: Json
      }
      set_stock: { Args: { body: Json; product_id: string }; Returns: Json }
      set_vendor_verified: {
        Args: { reason: string; vendor_id: string; verified: boolean }
        Returns: Json
      }
      start_impersonation: {
        Args: { reason: string; user_id: string }
        Returns: Json
      }
      submit_application: { Args: { body: Json }; Returns: Json }
      sweep_money: { Args: Record<PropertyKey, never>; Returns: Json }
      test_push: { Args: Record<PropertyKey, never>; Returns: undefined }
      transfer_credit: {
        Args: { idempotency_key: string; transfer: Json }
        Returns: Json
      }
      transition_order: {
        Args: { move: Json; order_id: string }
        Returns: Json
      }
      turn_queue: { Args: { room: number; settled: Json }; Returns: Json }
      update_branch: { Args: { branch_id: string; patch: Json }; Returns: Json }
      update_coupon: { Args: { coupon_id: string; patch: Json }; Returns: Json }
      update_courier: {
        Args: { courier_id: string; patch: Json }
        Returns: Json
      }
      update_price_rule: {
        Args: { patch: Json; rule_id: string }
        Returns: Json
      }
      update_product: {
        Args: { patch: Json; product_id: string }
        Returns: Json
      }
      update_profile: { Args: { patch: Json }; Returns: Json }
      update_staff: { Args: { patch: Json; user_id: string }; Returns: Json }
      update_vendor_profile: { Args: { body: Json }; Returns: Json }
      update_webhook_endpoint: {
        Args: { endpoint_id: string; patch: Json }
        Returns: Json
      }
      vendor_insights: { Args: { filter?: Json }; Returns: Json }
      vendor_money: { Args: Record<PropertyKey, never>; Returns: Json }
      vendor_stats: { Args: { period?: string }; Returns: Json }
      waive_handover_code: {
        Args: { order_id: string; waiver: Json }
        Returns: Json
      }
      wallet_statement: { Args: Record<PropertyKey, never>; Returns: Json }
    }
    Enums: {
      account_kind:
        | "wallet"
        | "vendor"
        | "escrow"
        | "provider"
        | "refunds_due"
        | "commission"
        | "payment_costs"
        | "promotions"
        | "adjustments"
        | "bank"
      application_status: "pending" | "approved" | "rejected"
      business_type:
        | "restaurant"
        | "cafe"
        | "bakery"
        | "market"
        | "greengrocer"
        | "butcher"
        | "florist"
        | "dessert"
        | "water"
        | "other"
      coupon_bearer: "vendor" | "platform"
      coupon_kind: "percentage" | "amount" | "free_delivery"
      delivery_photo_kind: "proof" | "failed"
      failure_decision: "try_again" | "cancel" | "overtaken"
      failure_reason:
        | "nobody_there"
        | "wrong_address"
        | "refused"
        | "unreachable"
      fee_policy: "zone" | "distance"
      handover_proof: "code" | "courier" | "operator"
      notification_audience:
        | "customer"
        | "vendor"
        | "courier"
        | "owner"
        | "applicant"
        | "self"
      notification_channel: "push" | "email"
      order_actor: "customer" | "vendor" | "courier" | "admin" | "system"
      order_status:
        | "NEW"
        | "CONFIRMED"
        | "PREPARING"
        | "READY"
        | "PICKED_UP"
        | "ON_ROUTE"
        | "DELIVERED"
        | "REJECTED"
        | "CANCELED_BY_USER"
        | "CANCELED_BY_VENDOR"
      order_type: "delivery" | "pickup"
      paper_kind: "tax_plate" | "signature_circular" | "identity" | "other"
      payment_method: "cash" | "card_on_delivery" | "wallet" | "card"
      payment_status:
        | "pending"
        | "paid"
        | "void"
        | "partly_refunded"
        | "refunded"
      price_rule_scope: "menu" | "categories" | "products"
      saga_state: "running" | "waiting" | "stuck" | "done" | "compensated"
      shift_status: "online" | "offline"
      staff_right: "orders" | "menu" | "branches" | "money" | "staff"
      staff_role: "owner" | "manager" | "kitchen" | "cashier"
      stock_policy: "unlimited" | "counted"
      user_role: "customer" | "vendor_admin" | "courier" | "admin"
      vehicle: "scooter" | "bicycle" | "car" | "on_foot"
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {
      account_kind: [
        "wallet",
        "vendor",
        "escrow",
        "provider",
        "refunds_due",
        "commission",
        "payment_costs",
        "promotions",
        "adjustments",
        "bank",
      ],
      application_status: ["pending", "approved", "rejected"],
      business_type: [
        "restaurant",
        "cafe",
        "bakery",
        "market",
        "greengrocer",
        "butcher",
        "florist",
        "dessert",
        "water",
        "other",
      ],
      coupon_bearer: ["vendor", "platform"],
      coupon_kind: ["percentage", "amount", "free_delivery"],
      delivery_photo_kind: ["proof", "failed"],
      failure_decision: ["try_again", "cancel", "overtaken"],
      failure_reason: [
        "nobody_there",
        "wrong_address",
        "refused",
        "unreachable",
      ],
      fee_policy: ["zone", "distance"],
      handover_proof: ["code", "courier", "operator"],
      notification_audience: [
        "customer",
        "vendor",
        "courier",
        "owner",
        "applicant",
        "self",
      ],
      notification_channel: ["push", "email"],
      order_actor: ["customer", "vendor", "courier", "admin", "system"],
      order_status: [
        "NEW",
        "CONFIRMED",
        "PREPARING",
        "READY",
        "PICKED_UP",
        "ON_ROUTE",
        "DELIVERED",
        "REJECTED",
        "CANCELED_BY_USER",
        "CANCELED_BY_VENDOR",
      ],
      order_type: ["delivery", "pickup"],
      paper_kind: ["tax_plate", "signature_circular", "identity", "other"],
      payment_method: ["cash", "card_on_delivery", "wallet", "card"],
      payment_status: [
        "pending",
        "paid",
        "void",
        "partly_refunded",
        "refunded",
      ],
      price_rule_scope: ["menu", "categories", "products"],
      saga_state: ["running", "waiting", "stuck", "done", "compensated"],
      shift_status: ["online", "offline"],
      staff_right: ["orders", "menu", "branches", "money", "staff"],
      staff_role: ["owner", "manager", "kitchen", "cashier"],
      stock_policy: ["unlimited", "counted"],
      user_role: ["customer", "vendor_admin", "courier", "admin"],
      vehicle: ["scooter", "bicycle", "car", "on_foot"],
    },
  },
} as const

